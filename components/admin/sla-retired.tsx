import { Time } from '@/components/ui/time'
import type { PolicyRow } from '@/lib/sla/policies/policy-row'
import { conditionWords } from '@/lib/sla/policies/words'

/** What is not promised any more: ledgers still name it. */
export function RetiredPolicies({ policies }: { readonly policies: readonly PolicyRow[] }) {
  if (policies.length === 0) return null
  return (
    <details className="max-w-200">
      <summary className="cursor-pointer py-1 text-fg-muted">
        {policies.length === 1 ? '1 retired policy' : `${policies.length} retired policies`}
      </summary>
      <ul className="mt-1 flex flex-col divide-y text-console">
        {policies.map(({ uid, name, retiredAt, ...policy }) => (
          <li key={uid} className="wrap-anywhere py-1.5">
            <span className="font-medium">{name}</span>{' '}
            <span className="text-fg-muted">
              {conditionWords(policy)} · retired {retiredAt && <Time at={retiredAt} />}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
