import Lock from 'lucide-react/icons/lock'
import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { CustomerFacts as Facts } from '@/lib/people/customer'

interface CustomerFactsProps {
  readonly customer: Facts
  /** The page on which their organization is kept; none for those who only read it. */
  readonly organizationHref?: string | undefined
  /** What may be changed about them. */
  readonly children?: ReactNode
}

/** Who somebody is, beside what they asked. */
export function CustomerFacts({ customer, organizationHref, children }: CustomerFactsProps) {
  const { email, timeZone, createdAt, organization, hasPassword } = customer
  return (
    <aside aria-label="Profile" className="flex flex-col gap-5">
      <section>
        <h2 className="mb-1 font-semibold text-message">Profile</h2>
        <DescriptionList
          items={[
            { term: 'E-mail', detail: <Address email={email} /> },
            { term: 'Time zone', detail: timeZone.replaceAll('_', ' ') },
            { term: 'Added', detail: <Time at={createdAt} /> },
            {
              term: 'Sign-in',
              detail: hasPassword ? (
                'With a password'
              ) : (
                <span className="text-fg-muted">No password yet</span>
              ),
            },
            {
              term: 'Organization',
              detail: organization ? (
                <OrganizationName name={organization.name} href={organizationHref} />
              ) : (
                <span className="text-fg-muted">None</span>
              ),
            },
          ]}
        />
      </section>
      {organization?.notes && <Notes of={organization.name}>{organization.notes}</Notes>}
      {children}
    </aside>
  )
}

const Address = ({ email }: { readonly email: string }) => (
  <a href={`mailto:${email}`} className="text-accent-text hover:underline">
    {email}
  </a>
)

function OrganizationName({ name, href }: { readonly name: string; readonly href?: string | undefined }) {
  if (!href) return name
  return (
    <Link href={href} className="text-accent-text hover:underline">
      {name}
    </Link>
  )
}

/** As unmistakable as an internal note on a ticket, and for the same reason. */
function Notes({ of, children }: { readonly of: string; readonly children: string }) {
  return (
    <section className="rounded-card border border-note-border border-dashed bg-note-bg px-3 py-2.5">
      <h2 className="flex items-center gap-1.5 font-medium text-meta text-note-text">
        <Lock aria-hidden="true" className="size-3.5 shrink-0" />
        Internal notes on {of}
      </h2>
      <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-line">
        {children}
      </p>
    </section>
  )
}
