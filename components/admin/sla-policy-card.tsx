import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { PolicyRow } from '@/lib/sla/policies/policy-row'
import { conditionWords, stepWords } from '@/lib/sla/policies/words'
import { targets, targetWord } from '@/lib/sla/target'
import { targetAmount } from '@/lib/sla/words'
import { priorities, priorityWord, statusWord } from '@/lib/tickets/ticket'

interface SlaPolicyCardProps {
  readonly policy: PolicyRow
  /** Counted from 1. */
  readonly place: number
  /** A policy above takes every ticket. */
  readonly unreached: boolean
  /** The buttons that move it. */
  readonly children?: ReactNode
}

export function SlaPolicyCard({ policy, place, unreached, children }: SlaPolicyCardProps) {
  const { uid, name, pausing, calendar, tickets, steps } = policy
  return (
    <li className="flex flex-col gap-2.5 rounded-card border bg-raised px-4 py-3">
      <div className="flex flex-wrap items-start gap-3">
        <span aria-hidden="true" className="min-w-4 pt-0.5 text-fg-muted text-meta tabular-nums">
          {place}
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="wrap-anywhere font-semibold text-message">
            <Link href={`/admin/sla/${uid}`} className="hover:underline">
              {name}
            </Link>
          </h2>
          <p className="wrap-anywhere text-console">{conditionWords(policy)}</p>
          <p className="text-fg-muted text-meta">
            {calendar ? `In the hours of “${calendar.name}”` : 'Around the clock'}
            {' · '}
            {pausing.length > 0
              ? `resolution stands still while ${pausing.map((status) => statusWord[status].toLowerCase()).join(' or ')}`
              : 'nothing pauses it'}
            {' · '}
            {tickets === 1 ? '1 ticket now' : `${tickets} tickets now`}
          </p>
          {unreached && (
            <p className="mt-1">
              <Badge tone="warning">Never asked: a policy above is for every ticket</Badge>
            </p>
          )}
        </div>
        {children}
      </div>
      <div className="ms-7 flex min-w-0 flex-col gap-2.5">
        <TargetsTable policy={policy} />
        {steps.length > 0 && (
          <ul className="flex flex-col gap-0.5 text-console">
            {steps.map((step) => (
              <li key={step.key} className="wrap-anywhere">
                <span className="me-1 font-mono text-fg-muted text-meta">sla.{step.key}</span>{' '}
                {stepWords(step)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

/** Priorities that it is for and promises something to. */
function TargetsTable({ policy }: { readonly policy: PolicyRow }) {
  const asked = policy.conditions.priorities
  const rows = priorities
    .toReversed()
    .filter((priority) => asked.length === 0 || asked.includes(priority))
    .filter((priority) => Object.keys(policy.targets[priority]).length > 0)
  if (rows.length === 0) return <p className="text-fg-muted">Nothing is promised.</p>
  return (
    <table aria-label={`Targets of ${policy.name}`} className="w-full max-w-120 border-collapse text-console">
      <thead className="text-meta">
        <tr>
          <th scope="col" className="w-20 py-1 text-start font-medium text-fg-muted">
            Priority
          </th>
          {targets.map((target) => (
            <th key={target} scope="col" className="py-1 ps-2 text-start font-medium text-fg-muted">
              {targetWord[target]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((priority) => (
          <tr key={priority} className="border-t">
            <th scope="row" className="py-1 text-start font-normal">
              {priorityWord[priority]}
            </th>
            {targets.map((target) => {
              const seconds = policy.targets[priority][target]
              return (
                <td key={target} className="py-1 ps-2 tabular-nums">
                  {seconds === undefined ? (
                    <span className="text-fg-muted">–</span>
                  ) : (
                    targetAmount(seconds, policy.calendar)
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
