import { type CategorySlug, supervisor, type TeamName, teams } from './company'
import { customer, customers, other, vipClinics } from './customers'
import { type Deed, day, later, minute, type Step, type Story } from './story'

/** The company has had teams for six weeks; what was over by then belongs to none. */
const teamsDaysAgo = 45

/** Most tickets are somebody's by their category. */
const teamFor: Readonly<Partial<Record<CategorySlug, TeamName>>> = {
  billing: 'Billing desk',
  integrations: 'Technical',
  'access-privacy': 'Technical',
}

const clinicOf = new Map([customer, other, ...customers].map(({ email, clinic }) => [email, clinic]))

/**
 * The story with what is done for order in between: whoever takes a ticket gives it to their team and tags it, and what
 * nobody has taken yet is given to a team by Marcus. He also marks what comes from the largest customers.
 */
export function sorted(story: Story, index: number, now: Date): Story {
  const { steps, requester, tags = [] } = story
  const [filed] = steps
  if (filed?.deed.does !== 'file' || filed.at < later(now, -teamsDaysAgo * day)) return story
  const taken = steps.findIndex(({ deed }) => deed.does === 'claim' || deed.does === 'assign')
  const by = steps[taken]
  const team = teamOf(by, filed.deed.category)
  const vip = vipClinics.includes(clinicOf.get(requester) ?? '') && index % 4 !== 0
  const triage: readonly Deed[] = [
    ...(vip ? [{ does: 'tag', tags: ['vip'] } as const] : []),
    ...(by || index % 3 !== 0 ? [] : [{ does: 'hand-over', to: team } as const]),
  ]
  const order: readonly Deed[] = [
    ...(index % 5 === 0 ? [] : [{ does: 'hand-over', to: team } as const]),
    ...(tags.length === 0 || index % 4 === 0 ? [] : [{ does: 'tag', tags } as const]),
  ]
  const done = [
    ...between(steps, 0, supervisor.email, triage),
    ...(by ? between(steps, taken, by.who, order) : []),
  ]
  return { ...story, steps: [...steps, ...done].toSorted((one, other) => +one.at - +other.at) }
}

/** A team that whoever took it is of, so that it stays with them: the one that fits, or their first. */
function teamOf(taken: Step | undefined, category: CategorySlug | undefined): TeamName {
  const wanted = (category && teamFor[category]) ?? 'First line'
  const who = taken?.deed.does === 'assign' ? taken.deed.to : taken?.who
  if (!who) return wanted
  const own = teams.filter(({ members }) => members.some((member) => member === who)).map(({ name }) => name)
  return own.find((name) => name === wanted) ?? own[0] ?? wanted
}

/** What somebody does soon after a step, and before the next. */
function between(steps: readonly Step[], place: number, who: string, deeds: readonly Deed[]): Step[] {
  const [one, next] = [steps[place], steps[place + 1]]
  if (!one) return []
  const gap = Math.min(6 * minute, next ? next.at.getTime() - one.at.getTime() : 6 * minute)
  return deeds.map((deed, index) => ({
    at: later(one.at, (gap * (index + 1)) / (deeds.length + 1)),
    who,
    deed,
  }))
}
