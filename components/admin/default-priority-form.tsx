import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { priorities, priorityWord } from '@/lib/tickets/ticket'
import { SettingsForm, type SettingsFormProps } from './settings-form'

export function DefaultPriorityForm(props: SettingsFormProps) {
  return (
    <SettingsForm {...props} keys={['defaultPriority']}>
      <Field name="defaultPriority" label="Priority of a new ticket" hint="Where nothing says otherwise">
        <Select
          defaultValue={props.settings.defaultPriority}
          choices={priorities
            .toReversed()
            .map((priority) => ({ value: priority, label: priorityWord[priority] }))}
          className="max-w-40"
        />
      </Field>
    </SettingsForm>
  )
}
