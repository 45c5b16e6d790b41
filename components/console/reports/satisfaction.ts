import { fewestRatings } from '@/lib/analytics/definitions'
import { percentOf, type Share } from '@/lib/analytics/totals'

/** The share of ratings of 4 and 5 in percent; null: of so few there is none. */
export const satisfactionOf = (ratings: Share) => (ratings.of < fewestRatings ? null : percentOf(ratings))
