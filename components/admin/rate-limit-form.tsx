import { RadioCards } from '@/components/ui/radio-cards'
import { AmountField } from './amount-field'
import { SettingsForm, type SettingsFormProps } from './settings-form'

export function RateLimitForm(props: SettingsFormProps) {
  const { enabled, ticketsPerHour, repliesPerMinute } = props.settings.rateLimit
  return (
    <SettingsForm {...props} keys={['rateLimit']}>
      <RadioCards
        name="enabled"
        legend="Limits are"
        columns={2}
        defaultValue={enabled ? 'yes' : 'no'}
        cards={[
          { value: 'yes', label: 'On', description: 'Past a limit, customers read when they may go on.' },
          { value: 'no', label: 'Off', description: 'Everybody sends as much as they like.' },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <AmountField name="ticketsPerHour" label="Tickets an hour" min={1} amount={ticketsPerHour} />
        <AmountField
          name="repliesPerMinute"
          label="Replies a minute, on each ticket"
          min={1}
          amount={repliesPerMinute}
        />
      </div>
    </SettingsForm>
  )
}
