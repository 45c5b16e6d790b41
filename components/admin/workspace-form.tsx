import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { zoneChoices } from '@/components/ui/zone-choices'
import { SettingsForm, type SettingsFormProps } from './settings-form'

interface WorkspaceFormProps extends SettingsFormProps {
  readonly timeZones: readonly string[]
}

export function WorkspaceForm({ timeZones, ...rest }: WorkspaceFormProps) {
  const { workspaceName, timeZone } = rest.settings
  return (
    <SettingsForm {...rest} keys={['workspaceName', 'timeZone']}>
      <Field name="workspaceName" label="Name" hint="Customers see it, for example Acme Support">
        <TextInput defaultValue={workspaceName} maxLength={80} autoComplete="organization" />
      </Field>
      <Field name="timeZone" label="Time zone" hint="Reports cut their days in it">
        <Select choices={zoneChoices(timeZones, timeZone)} defaultValue={timeZone} />
      </Field>
    </SettingsForm>
  )
}
