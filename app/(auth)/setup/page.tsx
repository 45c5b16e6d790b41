import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { DeviceZone } from '@/components/ui/device-zone'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { LonePage } from '@/components/ui/lone-page'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { isSetupOpen } from '@/lib/auth/set-up'
import { setUpHelpdesk } from './actions'

export const metadata: Metadata = { title: 'Set up' }

export default async function Setup() {
  await connection()
  if (!(await isSetupOpen())) notFound()
  return (
    <LonePage>
      <div className="mx-auto w-full max-w-[25rem]">
        <h1 className="mb-2 font-semibold text-title">Set up your helpdesk</h1>
        <p className="mb-6 text-fg-muted text-message">
          You become its first admin. A few categories are made for you to start with; everything can be
          changed later.
        </p>
        <Form action={setUpHelpdesk} className="flex flex-col gap-4">
          <Field
            name="workspaceName"
            label="Name of your helpdesk"
            hint="Customers see it, for example Acme Support"
          >
            <TextInput autoComplete="organization" />
          </Field>
          <Field name="name" label="Your name">
            <TextInput autoComplete="name" />
          </Field>
          <Field name="email" label="Your e-mail address">
            <TextInput
              type="email"
              autoComplete="username"
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
          <Field name="password" label="Password" hint="At least 12 characters; a few words make a good one">
            <PasswordInput autoComplete="new-password" />
          </Field>
          <DeviceZone name="timeZone" />
          <SubmitButton className="mt-2 w-full">Create helpdesk</SubmitButton>
        </Form>
      </div>
    </LonePage>
  )
}
