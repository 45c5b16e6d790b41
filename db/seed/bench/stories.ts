/*
 * What happens on a ticket, a letter each: f filed, c the customer writes, m given to somebody of the team, n note,
 * a answered, p waits for the customer, o the customer has written and it is our turn again, h on hold, r resolved,
 * x closed after the days of grace. At most one p: the clock of the resolution stands still once.
 */

interface Story {
  readonly standing: 'live' | 'done'
  readonly weight: number
  readonly deeds: string
}

/** Together five messages a ticket. What is not old enough to be closed yet ends before its x. */
const stories: readonly Story[] = [
  { standing: 'done', weight: 22, deeds: 'fcmarx' },
  { standing: 'done', weight: 24, deeds: 'fcmapcoarx' },
  { standing: 'done', weight: 22, deeds: 'fcmnapcoarx' },
  { standing: 'done', weight: 18, deeds: 'fcmnapcocnarx' },
  { standing: 'done', weight: 14, deeds: 'fcmnacnapcocarx' },
  { standing: 'live', weight: 16, deeds: 'fc' },
  { standing: 'live', weight: 6, deeds: 'fccn' },
  { standing: 'live', weight: 10, deeds: 'fcmn' },
  { standing: 'live', weight: 14, deeds: 'fcmapco' },
  { standing: 'live', weight: 12, deeds: 'fcmnacnapcocn' },
  { standing: 'live', weight: 28, deeds: 'fcmnacnap' },
  { standing: 'live', weight: 14, deeds: 'fcmnacach' },
]

/** The one ticket that never ends: 600 messages. */
export const endlessStory = `fcm${'ac'.repeat(300)}`.slice(0, -1)

/** Each story with its share of the numbers from 0 to 1. */
export const shares = stories.map((story, place) => {
  const alike = stories.filter(({ standing }) => standing === story.standing)
  const total = sum(alike)
  const before = sum(stories.slice(0, place).filter(({ standing }) => standing === story.standing))
  return { ...story, from: before / total, to: (before + story.weight) / total }
})

function sum(some: readonly Story[]) {
  return some.reduce((total, { weight }) => total + weight, 0)
}
