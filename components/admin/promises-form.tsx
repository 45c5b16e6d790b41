import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { priorities, priorityWord } from '@/lib/tickets/ticket'
import { AmountField } from './amount-field'
import { SettingsForm, type SettingsFormProps } from './settings-form'

const falling = priorities.toReversed()

export function PromisesForm(props: SettingsFormProps) {
  const { settings } = props
  return (
    <SettingsForm {...props} keys={['priorities', 'defaultPriority']}>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {falling.map((priority) => (
          <AmountField
            key={priority}
            name={priority}
            label={priorityWord[priority]}
            hint="Hours"
            step="any"
            amount={settings.priorities[priority].slaHours}
          />
        ))}
      </div>
      <Field name="defaultPriority" label="Priority of a new ticket" hint="Where nothing says otherwise">
        <Select
          defaultValue={settings.defaultPriority}
          choices={falling.map((priority) => ({ value: priority, label: priorityWord[priority] }))}
          className="max-w-40"
        />
      </Field>
    </SettingsForm>
  )
}
