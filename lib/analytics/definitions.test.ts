import { expect, test } from 'vitest'
import { boardDefinitions, type Definition, definitions } from './definitions'

const intro = `# Metrics

What the numbers of the reports mean, in the words that stand behind their "ⓘ". They are read from one definition of what
happened to a ticket, the view \`ticket_facts\` in \`db/views.ts\`, so that a card, a chart and a table cannot disagree.

- A day is one of the workspace's time zone, which each report names.
- Times are medians, with the 90th percentile beneath and the mean beside it. Percentiles are computed anew for each period and
  each selection, never averaged.
- Times count around the clock, or in business hours: those of the calendar that the ticket's SLA had then.
- An agent's reply is a public message of a human agent. Notes, automatic replies and bots are none.
- Of nothing there is no share: it is shown as "—", neither as 0% nor as 100%.
- What belongs to an agent is credited to whoever replied, or had the ticket when it was resolved.

This page is written by \`npm run test:unit -- definitions -u\` from \`lib/analytics/definitions.ts\`.
`

test('docs/metrics.md says what the reports say', async () => {
  const chapters = (all: Readonly<Record<string, Definition>>, level: string) =>
    Object.values(all)
      .map(({ name, means }) => `\n${level} ${name}\n\n${means}\n`)
      .join('')
  const text = `${intro}${chapters(definitions, '##')}\n## Right now\n${chapters(boardDefinitions, '###')}`

  await expect(text).toMatchFileSnapshot('../../docs/metrics.md')
})
