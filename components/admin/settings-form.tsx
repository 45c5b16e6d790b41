import type { ReactNode } from 'react'
import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { type Settings, seen } from '@/lib/settings/settings'

export interface SettingsFormProps {
  readonly action: FormAction
  readonly settings: Settings
}

interface Props extends SettingsFormProps {
  /** The settings that it changes: somebody else's change of one of them meanwhile is told, not undone. */
  readonly keys: readonly (keyof Settings)[]
  readonly children: ReactNode
}

export function SettingsForm({ action, settings, keys, children }: Props) {
  return (
    <Form action={action} className="flex max-w-140 flex-col gap-4">
      <input type="hidden" name="from" value={seen(settings, keys)} />
      {children}
      <SubmitButton variant="secondary" className="self-start">
        Save
      </SubmitButton>
    </Form>
  )
}
