import { Link } from '@/components/ui/link'
import type { NamingPolicy } from '@/lib/sla/policies/naming'

interface NamingPoliciesProps {
  readonly policies: readonly NamingPolicy[]
  /** What they name: "this team". */
  readonly what: string
}

/** Which SLA policies name a thing, and what they do with it. */
export function NamingPolicies({ policies, what }: NamingPoliciesProps) {
  return (
    <section aria-labelledby="policies" className="border-t pt-5">
      <h2 id="policies" className="font-semibold text-message">
        SLA policies
      </h2>
      {policies.length === 0 ? (
        <p className="mt-1 text-fg-muted">No policy names {what}.</p>
      ) : (
        <ul className="mt-2 divide-y border-y">
          {policies.map((policy) => (
            <li key={policy.uid} className="wrap-anywhere py-1.5">
              <Link href={`/admin/sla/${policy.uid}`} className="font-medium hover:underline">
                {policy.name}
              </Link>
              <span className="block text-fg-muted text-meta">{namingWords(policy)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const doing = {
  notify: 'a step notifies it',
  hand_over: 'a step hands tickets over to it',
  tag: 'a step puts it on tickets',
} as const satisfies Record<NamingPolicy['does'][number], string>

/** "Is for its tickets; a step notifies it" */
function namingWords({ asks, does }: NamingPolicy) {
  const words = [...(asks ? ['is for its tickets'] : []), ...does.map((what) => doing[what])].join('; ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
