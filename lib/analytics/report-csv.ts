import { type Target, targets, targetWord } from '@/lib/sla/target'
import { agentsReport } from './agents-report'
import { categoriesReport } from './categories-report'
import { overview } from './overview'
import { ratingsReport } from './ratings-report'
import type { Scope } from './scope'
import { slaReport } from './sla-report'
import { percentOf, type Totals } from './totals'

type Cells = readonly (string | number | null)[]

/** The reports that can be had as a table. */
export const reportNames = ['overview', 'sla', 'agents', 'ratings', 'categories'] as const
export type ReportName = (typeof reportNames)[number]

/** What a report shows, as the rows of a table with their head; durations in seconds, shares in percent. */
export const reportRows = (name: ReportName, scope: Scope): Promise<readonly Cells[]> => tables[name](scope)

const tables: Readonly<Record<ReportName, (scope: Scope) => Promise<readonly Cells[]>>> = {
  async overview(scope) {
    const { buckets } = await overview(scope)
    return [
      [
        ...['From', 'To', 'Created', 'Resolved', 'Unresolved at the end', ...targetHeads],
        ...['First response, median (s)', 'First response, 90th percentile (s)'],
        ...['Resolution, median (s)', 'Resolution, 90th percentile (s)'],
        ...['Tickets resolved', 'Not reopened', 'Resolved for the first time', 'Reopened'],
        ...['Resolutions that last', 'With one reply', 'Ratings', 'Ratings of 4 and 5'],
      ],
      ...buckets.map((one) => [
        ...[one.period.from, one.period.to, one.created, one.resolved, one.backlog],
        ...targetCells(one.targets),
        ...[one.firstResponse?.median ?? null, one.firstResponse?.p90 ?? null],
        ...[one.resolution?.median ?? null, one.resolution?.p90 ?? null],
        ...[one.success, one.reopened, one.oneTouch, one.ratings].flatMap(({ n, of }) => [of, n]),
      ]),
    ]
  },
  async sla(scope) {
    const { buckets } = await slaReport(scope)
    return [
      ['From', 'To', ...targetHeads],
      ...buckets.map(({ period, targets: kept }) => [period.from, period.to, ...targetCells(kept)]),
    ]
  },
  async agents(scope) {
    const rows = await agentsReport(scope)
    return [
      [
        ...[
          'Agent',
          'Address',
          'Resolved',
          'Replies',
          'First response, median (s)',
          'Next response, median (s)',
        ],
        ...['Ratings', 'Average rating', 'Breaches', 'Unresolved now'],
      ],
      ...rows.map((row) => [
        ...[row.label, row.name, row.resolved, row.replies, row.firstResponse, row.nextResponse],
        ...[row.ratings, row.averageRating, row.breaches, row.load],
      ]),
    ]
  },
  async ratings(scope) {
    const { buckets } = await ratingsReport(scope)
    return [
      ['From', 'To', 'Ratings', 'Ratings of 4 and 5', 'Average'],
      ...buckets.map(({ period, ratings }) => [
        period.from,
        period.to,
        ratings.of,
        ratings.n,
        ratings.average,
      ]),
    ]
  },
  async categories(scope) {
    const rows = await categoriesReport(scope)
    return [
      [
        ...['Category', 'Created', 'Resolved', 'First response, median (s)', 'Resolution, median (s)'],
        ...['Promises that ended', 'Kept', 'Kept (%)', 'Ratings', 'Ratings of 4 and 5'],
      ],
      ...rows.map((row) => [
        ...[row.label, row.created, row.resolved, row.firstResponse, row.resolution],
        ...[row.kept.of, row.kept.n, percentOf(row.kept), row.ratings.of, row.ratings.n],
      ]),
    ]
  },
}

const targetHeads = targets.flatMap((target) => [
  `${targetWord[target]}: ended`,
  `${targetWord[target]}: in time`,
  `${targetWord[target]}: in time (%)`,
])

const targetCells = (kept: Totals['targets']) =>
  targets.flatMap((target: Target) => [kept[target].of, kept[target].n, percentOf(kept[target])])
