import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { Overview } from '@/lib/analytics/overview'
import { isNarrowed, type Scope } from '@/lib/analytics/scope'
import { reportsPath } from '../../sections'
import { reportHref } from '../address'
import { allTickets } from '../facets'

export const isNothing = ({ totals: { created, resolved, backlog } }: Overview) =>
  created === 0 && resolved === 0 && backlog === 0

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
      Nothing was created, resolved or left over.
    </Notice>
  ) : (
    <Notice
      title="There are no tickets in these days"
      action={
        <LinkButton size={28} href={reportHref(reportsPath, { ...scope, preset: '12m' })}>
          Show the last 12 months
        </LinkButton>
      }
    >
      Nothing was created, resolved or left over.
    </Notice>
  )
