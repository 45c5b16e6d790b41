import { customerHref } from '@/components/console/customers/places'
import { Badge } from '@/components/ui/badge'
import { Form, type FormAction } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { Pager } from '@/components/ui/pager'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Member } from '@/lib/organizations/organization'
import type { Page } from '@/lib/page'
import { OrganizationJoin } from './organization-join'
import { organizationHref } from './organization-places'

interface MembersProps {
  readonly uid: string
  /** How many there are. */
  readonly count: number
  readonly members: Page<Member>
  readonly add: FormAction
  readonly remove: FormAction
}

/** Who works there: added by address, removed one by one. */
export function OrganizationMembers({ uid, count, members, add, remove }: MembersProps) {
  const { rows, next, previous } = members
  return (
    <section aria-labelledby="customers" className="flex flex-col gap-3 border-t pt-5">
      <h2 id="customers" className="font-semibold text-message">
        Customers{' '}
        {count > 0 && <span className="font-normal text-fg-muted">{count.toLocaleString('en')}</span>}
      </h2>
      <OrganizationJoin action={add} uid={uid} />
      {rows.length === 0 ? (
        <p className="text-fg-muted">
          {count === 0 ? 'Nobody belongs to it yet.' : 'Nobody is left on this page.'}
        </p>
      ) : (
        <ul aria-label="Customers" className="divide-y border-y">
          {rows.map((member) => (
            <li key={member.uid} className="flex items-center justify-between gap-3 py-1.5">
              <Who member={member} />
              <Form action={remove} className="flex flex-col items-end gap-1">
                <input type="hidden" name="email" value={member.email} />
                <input type="hidden" name="organization" value={uid} />
                <SubmitButton variant="quiet" size={28} aria-label={`Remove ${member.name}`}>
                  Remove
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Pager href={organizationHref(uid)} next={next} previous={previous} />
    </section>
  )
}

function Who({ member: { uid, name, email, deactivatedAt, openTickets } }: { readonly member: Member }) {
  return (
    <div className="min-w-0">
      <p className="wrap-anywhere font-medium">
        <Link href={customerHref(uid)} className="hover:underline">
          {name}
        </Link>{' '}
        {deactivatedAt && <Badge>Deactivated</Badge>}
      </p>
      <p className="wrap-anywhere text-fg-muted text-meta">
        {email}
        {openTickets > 0 && ` · ${openTickets === 1 ? '1 open ticket' : `${openTickets} open tickets`}`}
      </p>
    </div>
  )
}
