import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'

interface AvailabilityFormProps {
  readonly action: FormAction
  readonly away: boolean
  /** Whose it is; left out with `own`. */
  readonly person?: { readonly name: string; readonly email: string }
  readonly own?: boolean
}

/** One press, and somebody is away or back. */
export function AvailabilityForm({ action, away, person, own = false }: AvailabilityFormProps) {
  const word = away ? (own ? 'I am back' : 'Set available') : own ? 'Set myself away' : 'Set away'
  return (
    <Form key={away ? 'away' : 'available'} action={action}>
      {person && <input type="hidden" name="person" value={person.email} />}
      <input type="hidden" name="availability" value={away ? 'available' : 'away'} />
      <SubmitButton
        variant={own ? (away ? 'primary' : 'secondary') : 'quiet'}
        size={own ? 32 : 28}
        className={own ? undefined : 'w-26'}
        aria-label={person ? `${word}: ${person.name}` : undefined}
      >
        {word}
      </SubmitButton>
    </Form>
  )
}
