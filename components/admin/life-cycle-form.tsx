import { AmountField } from './amount-field'
import { SettingsForm, type SettingsFormProps } from './settings-form'

export function LifeCycleForm(props: SettingsFormProps) {
  const { autoCloseDays, reopenGraceDays, ratingChangeDays } = props.settings
  return (
    <SettingsForm {...props} keys={['autoCloseDays', 'reopenGraceDays', 'ratingChangeDays']}>
      <AmountField name="autoCloseDays" label="Days until it closes by itself" amount={autoCloseDays} />
      <AmountField
        name="reopenGraceDays"
        label="Days in which the customer may reopen it"
        hint="Later a reply opens a new ticket that follows it"
        amount={reopenGraceDays}
      />
      <AmountField
        name="ratingChangeDays"
        label="Days in which the customer may change the rating"
        amount={ratingChangeDays}
      />
    </SettingsForm>
  )
}
