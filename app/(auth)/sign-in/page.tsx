import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
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
import { workspaceName } from '@/lib/portal/workspace'
import { signInWithPassword } from './actions'
import { DemoLogins } from './demo-logins'
import { ForgetTrail } from './forget-trail'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignIn({ searchParams }: PageProps<'/sign-in'>) {
  const next = nextPath((await searchParams).next)
  const viewer = await currentViewer()
  if (viewer) redirect(landing(viewer, next))
  if (await isSetupOpen()) redirect('/setup')
  const workspace = await workspaceName()
  return (
    <LonePage>
      <ForgetTrail />
      <div className="mx-auto w-full max-w-[25rem]">
        <h1 className="mb-6 text-balance font-semibold text-title">Sign in to {workspace}</h1>
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
