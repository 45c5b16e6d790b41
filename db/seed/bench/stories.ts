/*
 * What happens on a ticket, a letter each: f filed, c the customer writes, m given to somebody of the team, n note,
 * a answered, p waits for the customer, o the customer has written and it is our turn again, h on hold, r resolved,
 * k the customer has written and it is open again, g rated, x closed after the days of grace, s taken for spam.
 * At most one p, before the first r, and at most one k: so much the clocks of promises.ts know of.
 */

type Standing = 'live' | 'done' | 'recent' | 'spam' | 'endless'

interface Told {
  readonly standing: Standing
  readonly weight: number
  readonly deeds: string
}

const done = [
  { weight: 22, deeds: 'fcmarx' },
  { weight: 22, deeds: 'fcmapcoarx' },
  { weight: 20, deeds: 'fcmnapcoarx' },
  { weight: 17, deeds: 'fcmnapcocnarx' },
  { weight: 12, deeds: 'fcmnacnapcocarx' },
  { weight: 4, deeds: 'fcmarckarx' },
  { weight: 3, deeds: 'fcmnapcoarckcnarx' },
].flatMap(({ weight, deeds }): readonly Told[] => [
  { standing: 'done', weight: weight * 0.66, deeds },
  { standing: 'done', weight: weight * 0.34, deeds: deeds.replace(/x$/, 'gx') },
])

/** Together five messages a ticket. */
const stories: readonly Told[] = [
  ...done,
  // Not old enough to be closed yet.
  ...done.map((story): Told => ({ ...story, standing: 'recent', deeds: story.deeds.slice(0, -1) })),
  { standing: 'live', weight: 16, deeds: 'fc' },
  { standing: 'live', weight: 6, deeds: 'fccn' },
  { standing: 'live', weight: 10, deeds: 'fcmn' },
  { standing: 'live', weight: 14, deeds: 'fcmapco' },
  { standing: 'live', weight: 12, deeds: 'fcmnacnapcocn' },
  { standing: 'live', weight: 28, deeds: 'fcmnacnap' },
  { standing: 'live', weight: 12, deeds: 'fcmnacach' },
  { standing: 'live', weight: 2, deeds: 'fcmnarck' },
  { standing: 'spam', weight: 1, deeds: 'fcs' },
  // The one ticket that never ends: 600 messages.
  { standing: 'endless', weight: 1, deeds: `fcm${'ac'.repeat(300)}`.slice(0, -1) },
]

/** The status after a deed. */
const becomes: Readonly<Record<string, string>> = {
  p: 'pending',
  o: 'open',
  h: 'on_hold',
  r: 'resolved',
  k: 'open',
  x: 'closed',
}

/** Seconds from the end of a ticket's life until it is closed by itself. */
const grace = 7 * 86_400

/** What was done, and when: after so much of the ticket's life, from 0 to 1, and so many seconds. */
export interface Step {
  readonly story: number
  readonly place: number
  readonly deed: string
  readonly share: number
  readonly later: number
}

/** What a ticket of a story is in the end. Moments are shares of its life; null: it did not happen. */
export interface Story {
  readonly id: number
  readonly standing: Standing
  /** Its share of the numbers from 0 to 1, among those of its standing. */
  readonly low: number
  readonly high: number
  readonly status: string
  readonly assigned: boolean
  readonly answered: number | null
  readonly paused: number | null
  readonly resumed: number | null
  readonly solved: number | null
  readonly reopened: number | null
  /** The last time. */
  readonly resolved: number | null
  readonly rated: number | null
  readonly spam: number | null
  readonly waiting: number | null
  /** What anybody could see last, and what the customer could. */
  readonly updated: number
  readonly seen: number
  /** Seconds until both of these and the closing; 0: it is not closed. */
  readonly later: number
}

export const steps: readonly Step[] = stories.flatMap(({ deeds }, story) => stepsOf(story, deeds))

export const tales: readonly Story[] = stories.map(({ standing, weight, deeds }, id) => {
  const alike = stories.filter((story) => story.standing === standing)
  const before = sum(stories.slice(0, id).filter((story) => story.standing === standing))
  const own = stepsOf(id, deeds)
  const first = (deed: string) => own.find((step) => step.deed === deed)?.share ?? null
  const last = (...wanted: string[]) => own.findLast(({ deed }) => wanted.includes(deed))
  const over = last('r', 'k')?.deed === 'r'
  return {
    id,
    standing,
    low: before / sum(alike),
    high: (before + weight) / sum(alike),
    status: becomes[last(...Object.keys(becomes))?.deed ?? ''] ?? 'open',
    assigned: deeds.includes('m'),
    answered: first('a'),
    paused: first('p'),
    resumed: first('o'),
    solved: first('r'),
    reopened: first('k'),
    resolved: over ? (last('r')?.share ?? null) : null,
    rated: first('g'),
    spam: first('s'),
    waiting: over ? null : waiting(own),
    updated: own.at(-1)?.share ?? 0,
    seen: own.findLast(({ deed }) => !'mnhs'.includes(deed))?.share ?? 0,
    later: own.at(-1)?.later ?? 0,
  }
})

/** Each a while after the one before, the first soonest; what follows from a letter comes with it. */
function stepsOf(story: number, deeds: string): readonly Step[] {
  const apart = [...deeds].map((deed, place) => place > 1 && !'okx'.includes(deed))
  const all = apart.filter(Boolean).length
  return [...deeds].map((deed, index) => ({
    story,
    place: index + 1,
    deed,
    share: deed === 'x' ? 1 : (apart.slice(0, index + 1).filter(Boolean).length / Math.max(all, 1)) ** 1.5,
    later: deed === 'x' ? grace : 0,
  }))
}

/** When the oldest letter that nobody has answered was written. */
function waiting(own: readonly Step[]) {
  const heard = own.findLastIndex(({ deed }) => deed === 'a' || deed === 'r')
  return own.slice(heard + 1).find(({ deed }) => deed === 'c')?.share ?? null
}

function sum(some: readonly Told[]) {
  return some.reduce((total, { weight }) => total + weight, 0)
}
