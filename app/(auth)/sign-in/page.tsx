import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { workspace } from '@/app/workspace'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { LonePage } from '@/components/ui/lone-page'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { landing } from '@/lib/auth/home'
import { nextPath } from '@/lib/auth/next-path'
import { currentViewer } from '@/lib/auth/session'
import { isSetupOpen } from '@/lib/auth/set-up'
import { site } from '@/lib/auth/site'
import { signInWithPassword } from './actions'
import { DemoLogins } from './demo-logins'
import { ForgetTrail } from './forget-trail'
import { ForgetTyped } from './forget-typed'

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: `Sign in · ${await workspace()}` } }
}

export default async function SignIn({ searchParams }: PageProps<'/sign-in'>) {
  const { next: wanted, left } = await searchParams
  const next = nextPath(wanted)
  const viewer = await currentViewer()
  if (viewer) redirect(landing(viewer, next))
  if (await isSetupOpen()) redirect('/setup')
  const name = await workspace()
  return (
    <LonePage name={name}>
      <ForgetTrail />
      {left !== undefined && <ForgetTyped />}
      <div className="mx-auto w-full max-w-[25rem]">
        <h1 className="text-balance wrap-anywhere font-semibold text-title">Sign in to {name}</h1>
        <p className="mt-1 mb-6 text-fg-muted text-message empty:mt-0">
          {left === undefined ? next && reason(next) : 'You are signed out.'}
        </p>
        <Form action={signInWithPassword} className="flex flex-col gap-4">
          {next && <input type="hidden" name="next" value={next} />}
          <Field name="email" label="E-mail address">
            <TextInput
              type="email"
              autoComplete="username"
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
          <Field name="password" label="Password">
            <PasswordInput autoComplete="current-password" />
          </Field>
          <SubmitButton className="mt-2 w-full">Sign in</SubmitButton>
        </Form>
        <p className="mt-6 text-pretty text-fg-muted text-message">
          No account, or forgot your password? Whoever runs this helpdesk sets one for you.
        </p>
        {site().demo && <DemoLogins next={next} />}
      </div>
    </LonePage>
  )
}

/** Why somebody is here who wanted to go elsewhere. */
const reason = (next: string) =>
  next.startsWith('/tickets/new')
    ? 'Then you can write your request, and follow it afterwards.'
    : 'Then the page opens that you asked for.'
