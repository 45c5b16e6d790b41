import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { Overview } from '@/lib/analytics/overview'
import { isNarrowed, type Scope } from '@/lib/analytics/scope'
import { reportsPath } from '../../sections'
import { reportHref } from '../address'
import { allTickets } from '../facets'

export const isNothing = ({ totals }: Overview) =>
  totals.created + totals.resolved + totals.backlog + totals.ratings.of === 0 &&
  totals.firstResponse === null &&
  totals.nextResponse === null &&
  Object.values(totals.targets).every((share) => share.of === 0)

/** Nobody finds more by asking for less. */
const longest: readonly Scope['preset'][] = ['12m', '24m']

/** Says why all numbers are missing, and what to ask instead. */
export const NothingThere = ({ scope }: { readonly scope: Scope }) =>
  isNarrowed(scope) ? (
    <Notice
      title="No ticket matches the filters in these days"
      action={
        <LinkButton size={28} href={reportHref(reportsPath, { ...scope, ...allTickets })}>
          Show all tickets
        </LinkButton>
      }
    >
      Nothing was created, answered, resolved, rated or left over.
    </Notice>
  ) : (
    <Notice
      title="There are no tickets in these days"
      action={
        longest.includes(scope.preset) ? undefined : (
          <LinkButton size={28} href={reportHref(reportsPath, { ...scope, preset: '12m' })}>
            Show the last 12 months
          </LinkButton>
        )
      }
    >
      Nothing was created, answered, resolved, rated or left over.
    </Notice>
  )
