import { company, retiredCategory, retiredDaysAgo } from './company'
import { customers } from './customers'
import { everyday } from './everyday'
import { isWeekend, localDay, writingHour } from './office-hours'
import { type Random, randomFrom } from './random'
import { scenarios } from './scenarios/all'
import { incident } from './scenarios/incident'
import { day, hour, later, minute, type Story } from './story'

const days = 90
const incidentDaysAgo = 23

/** The last day belongs to the backlog. */
const ended = day

/** What the company went through in the last three months, but for what still waits today. */
export function past(now: Date): Story[] {
  const stories: Story[] = []
  const incidentDay = workdayBefore(now, incidentDaysAgo)
  for (let ago = days; ago >= 0; ago--) {
    const random = randomFrom(7000 + ago)
    const { start, weekday } = localDay(later(now, -ago * day), company.timeZone)
    const growth = 0.8 + 0.45 * (1 - ago / days)
    const count = Math.round(
      random.between(0.65, 1.35) * growth * (isWeekend(weekday) ? 1 : weekday === 1 ? 5.2 : 4),
    )
    for (let i = 0; i < count; i++) {
      const filed = later(start, writingHour(random))
      stories.push(everyday(random, anyScenario(random, ago), random.pick(customers), filed))
    }
    if (start.getTime() === incidentDay.getTime()) stories.push(...badAfternoon(random, start))
  }
  return stories.filter(({ steps: [first] }) => first && first.at < later(now, -ended))
}

function anyScenario(random: Random, ago: number) {
  const category = random.weighted([
    ['rota-planning', 9],
    ['mobile-app', 6],
    ['integrations', 6],
    ['billing', 4],
    ['access-privacy', 4],
    ['getting-started', 5],
    [retiredCategory, ago > retiredDaysAgo + 1 ? 2 : 0],
  ] as const)
  return random.pick(scenarios[category])
}

/** Everybody writes once, within an hour and a half. */
function badAfternoon(random: Random, start: Date): Story[] {
  return customers
    .filter((_, index) => index % 3 !== 0)
    .slice(0, 26)
    .map((customer) => {
      const filed = later(start, 13.6 * hour + random.between(0, 1) ** 2 * 110 * minute)
      return everyday(random, incident, customer, filed)
    })
}

function workdayBefore(now: Date, ago: number): Date {
  const { start, weekday } = localDay(later(now, -ago * day), company.timeZone)
  return isWeekend(weekday) ? workdayBefore(now, ago + 2) : start
}
