import { Link } from '@/components/ui/link'
import type { NamingPolicy } from '@/lib/sla/policies/naming'

interface NamingPoliciesProps {
  readonly policies: readonly NamingPolicy[]
  /** What they name: "this team". */
  readonly what: string
  /** For it. */
  readonly pronoun?: 'it' | 'them'
}

/** Which SLA policies name a thing, and what they do with it. */
export function NamingPolicies({ policies, what, pronoun = 'it' }: NamingPoliciesProps) {
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
              <span className="block text-fg-muted text-meta">{namingWords(policy, pronoun)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const doing = {
  notify: (it: string) => `a step notifies ${it}`,
  reassign: (it: string) => `a step gives tickets to ${it}`,
  hand_over: (it: string) => `a step hands tickets over to ${it}`,
  tag: (it: string) => `a step puts ${it} on tickets`,
} satisfies Record<NamingPolicy['does'][number], (it: string) => string>

/** "Is for its tickets; a step notifies it" */
function namingWords({ asks, does }: NamingPolicy, it: string) {
  const words = [...(asks ? ['is for its tickets'] : []), ...does.map((what) => doing[what](it))].join('; ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
