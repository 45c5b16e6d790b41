import type { Hours, Window } from '@/lib/sla/calendar'
import { createCalendar } from '@/lib/sla/calendars/create'
import { createPolicy } from '@/lib/sla/policies/create'
import { editPolicy } from '@/lib/sla/policies/edit'
import { policyChoices, policyList } from '@/lib/sla/policies/find'
import type { NewPolicy } from '@/lib/sla/policies/shape'
import { system } from '@/lib/viewer'
import { type CategorySlug, company, supervisor, type TeamName } from './company'
import { teamsByName } from './groups'

const officeName = 'Office hours'
const workday: readonly Window[] = [['08:00', '17:00']]

/** The office in Copenhagen, with the holidays of the country. */
const officeHours: Hours = {
  timeZone: company.timeZone,
  weekly: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday },
  days: [
    { date: '01-01', name: 'New Year’s Day' },
    { date: '06-05', name: 'Constitution Day', closed: [['12:00', '24:00']] },
    { date: '12-24', name: 'Christmas Eve' },
    { date: '12-25', name: 'Christmas Day' },
    { date: '12-26', name: 'Second day of Christmas' },
    { date: '12-31', name: 'New Year’s Eve', open: [['08:00', '12:00']] },
    { date: '2026-04-02', name: 'Maundy Thursday' },
    { date: '2026-04-03', name: 'Good Friday' },
    { date: '2026-04-06', name: 'Easter Monday' },
    { date: '2026-05-14', name: 'Ascension Day' },
    { date: '2026-05-25', name: 'Whit Monday' },
    { date: '2027-03-25', name: 'Maundy Thursday' },
    { date: '2027-03-26', name: 'Good Friday' },
    { date: '2027-03-29', name: 'Easter Monday' },
    { date: '2027-05-06', name: 'Ascension Day' },
    { date: '2027-05-17', name: 'Whit Monday' },
  ],
}

/** In seconds. */
const hour = 3600

const nothing = { low: {}, medium: {}, high: {}, urgent: {} } as const
const dayAndNight = { calendar: null, pausing: ['pending'], steps: [] } as const

/** In the order in which they are asked. */
const policies = (uidOf: (team: TeamName) => string): readonly NewPolicy[] => [
  {
    ...dayAndNight,
    name: 'Urgent, day and night',
    conditions: { priorities: ['urgent'] },
    targets: { ...nothing, urgent: { first_response: hour, next_response: 2 * hour, resolution: 4 * hour } },
    steps: [
      {
        key: 'urgent_escalation',
        target: 'first_response',
        priorities: ['urgent'],
        when: { minutes: 0 },
        actions: [{ do: 'notify', people: [supervisor.email], teams: [uidOf('Technical')] }],
      },
    ],
  },
  {
    ...dayAndNight,
    name: 'VIP',
    conditions: { tags: ['vip'] },
    targets: {
      ...nothing,
      high: { first_response: 2 * hour, next_response: 4 * hour, resolution: 9 * hour },
      medium: { first_response: 4 * hour, next_response: 12 * hour, resolution: 48 * hour },
      low: { first_response: 12 * hour, next_response: 24 * hour, resolution: 72 * hour },
    },
    steps: [
      {
        key: 'vip_waits',
        target: 'first_response',
        when: { share: 0.75 },
        actions: [{ do: 'notify', people: [], teams: [uidOf('First line')] }],
      },
      {
        key: 'vip_is_late',
        target: 'resolution',
        when: { minutes: 0 },
        actions: [
          { do: 'notify', people: [supervisor.email] },
          { do: 'tag', tag: 'escalated' },
        ],
      },
    ],
  },
  {
    ...dayAndNight,
    name: 'Access and privacy',
    conditions: { categories: ['access-privacy' satisfies CategorySlug] },
    targets: {
      ...nothing,
      high: { first_response: 4 * hour, next_response: 4 * hour, resolution: 24 * hour },
      medium: { first_response: 8 * hour, next_response: 12 * hour, resolution: 48 * hour },
      // Authorities ask for an answer within 72 hours.
      low: { first_response: 12 * hour, next_response: 24 * hour, resolution: 72 * hour },
    },
  },
  {
    ...dayAndNight,
    name: 'High priority',
    conditions: { priorities: ['high'] },
    targets: {
      ...nothing,
      high: { first_response: 4 * hour, next_response: 4 * hour, resolution: 10 * hour },
    },
  },
]

const workdayHours = 9 * hour

/** The policy that closes the list counts in office hours. */
const everyone = {
  name: 'Everyone',
  conditions: {},
  targets: {
    urgent: { first_response: hour, next_response: 2 * hour, resolution: 4 * hour },
    high: { first_response: 2 * hour, next_response: 4 * hour, resolution: workdayHours },
    medium: {
      first_response: 6 * hour,
      next_response: workdayHours,
      resolution: 3 * workdayHours,
    },
    low: { first_response: workdayHours, next_response: 2 * workdayHours, resolution: 5 * workdayHours },
  },
  pausing: ['pending'],
  steps: [],
} as const satisfies Omit<NewPolicy, 'calendar'>

/** What the company promises its customers. Does only what is not done yet. */
export async function promise() {
  const there = await policyList(system)
  const last = there.find(({ fallback }) => fallback)
  if (!last) throw new Error('There is no policy that closes the list')
  if (!last.calendar) {
    const office = (await policyChoices(system)).calendars.find(({ name }) => name === officeName)
    const { uid } = office ?? (await createCalendar(system, { name: officeName, hours: officeHours }))
    await editPolicy(system, last.uid, { ...everyone, calendar: uid }, last.changedAt)
  }
  const names = new Set(there.map(({ name }) => name))
  const teams = await teamsByName()
  for (const policy of policies((team) => teams.get(team) ?? ''))
    if (!names.has(policy.name)) await createPolicy(system, policy)
}
