import { createSerializer, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { hoursCounted } from '@/lib/analytics/fact'
import { presets, usualPreset } from '@/lib/analytics/period'
import type { Scope } from '@/lib/analytics/scope'
import { channels, priorities } from '@/lib/tickets/ticket'

/** The address of a report, as the browser writes it. What the server makes of it is decided in lib/analytics/scope. */
export const reportParsers = {
  period: parseAsStringLiteral([...presets, 'custom'] as const),
  from: parseAsString,
  to: parseAsString,
  compare: parseAsStringLiteral(['previous', 'none'] as const),
  hours: parseAsStringLiteral(hoursCounted),
  team: parseAsArrayOf(parseAsString),
  agent: parseAsString,
  category: parseAsArrayOf(parseAsString),
  channel: parseAsArrayOf(parseAsStringLiteral(channels)),
  priority: parseAsArrayOf(parseAsStringLiteral(priorities)),
  tag: parseAsArrayOf(parseAsString),
}

const write = createSerializer(reportParsers)

/** Another report, asked for the same. */
export const reportHref = (path: string, scope: Scope) =>
  write(path, {
    period: scope.preset === usualPreset ? null : scope.preset,
    from: scope.preset === 'custom' ? scope.period.from : null,
    to: scope.preset === 'custom' ? scope.period.to : null,
    compare: scope.before ? null : 'none',
    hours: scope.hours === 'calendar' ? null : scope.hours,
    team: orNull(scope.team),
    agent: scope.agent ?? null,
    category: orNull(scope.category),
    channel: orNull(scope.channel),
    priority: orNull(scope.priority),
    tag: orNull(scope.tag),
  })

const orNull = <Value>(values: readonly Value[]) => (values.length > 0 ? [...values] : null)
