import { Form, type FormAction } from '@/components/ui/form'
import { RadioCards } from '@/components/ui/radio-cards'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PersonRow } from '@/lib/people/person'
import { staffRoles } from '@/lib/people/roles'
import { roleCards } from './role-words'

interface RoleFormProps {
  readonly action: FormAction
  readonly person: PersonRow
  readonly isSelf: boolean
}

export function RoleForm({ action, person, isSelf }: RoleFormProps) {
  return (
    <Form action={action} className="flex flex-col gap-4">
      <input type="hidden" name="email" value={person.email} />
      <RadioCards
        name="role"
        legend="Role"
        hint={`Each includes the one before. A change signs ${isSelf ? 'you' : 'them'} out everywhere at once.`}
        columns={3}
        defaultValue={person.role}
        cards={roleCards(staffRoles)}
      />
      <SubmitButton variant="secondary" className="self-start">
        Change role
      </SubmitButton>
    </Form>
  )
}
