import { z } from 'zod'
import { emailAddress } from '@/lib/people/email'
import { line, typed } from '@/lib/text'
import { uidShape } from '@/lib/uid'

export const givingRules = ['off', 'round_robin', 'least_loaded'] as const
export type GivingRule = (typeof givingRules)[number]

/** To whom of a team the tickets go that nobody has, and when one comes back. */
export interface Giving {
  readonly rule: GivingRule
  /** Nobody is given a ticket who has so many open ones; null: however many. */
  readonly limit: number | null
  /** When a customer writes to somebody who is away, the ticket is the team's again. */
  readonly takesBack: boolean
}

export interface Team {
  readonly uid: string
  readonly name: string
  readonly giving: Giving
  readonly members: readonly { readonly email: string; readonly name: string }[]
  /** Tickets in which there is still something to do. */
  readonly tickets: number
  readonly retiredAt: Date | null
}

/** What makes a team, as forms and programs tell it. */
export interface NewTeam {
  readonly name: string
  /** Addresses of active people of the staff. */
  readonly members: readonly string[]
  /** Left out: as it is; of a new team, off. */
  readonly giving?: Giving
}

/** What somebody had before their eyes who changes a team, to find out whether it is still so. */
export const seen = ({ name, members, giving }: Pick<Team, 'name' | 'members' | 'giving'>) =>
  JSON.stringify([
    name,
    giving.rule,
    giving.limit,
    giving.takesBack,
    ...members.map(({ email }) => email).sort(),
  ])

export const noGiving: Giving = { rule: 'off', limit: null, takesBack: false }

const givingWord = {
  off: 'Off',
  round_robin: 'In turn',
  least_loaded: 'To who has least',
} as const satisfies Record<GivingRule, string>

/** `In turn, at most 10 each`, for the history. */
export const givingWords = ({ rule, limit }: Giving) =>
  `${givingWord[rule]}${rule !== 'off' && limit !== null ? `, at most ${limit} each` : ''}`

/** `Ana Petrović, Bo Li`, for the history. */
export const memberNames = ({ members }: Pick<Team, 'members'>) => members.map(({ name }) => name).join(', ')

/** More than work in any one place. */
const mostMembers = 1_000

const addresses = z.array(emailAddress).max(mostMembers, `A team has at most ${mostMembers} members`)

export const teamFields = {
  name: line('Name', 80),
  /** A list as a form posts it: nothing, one, or several. */
  members: z.preprocess(
    (posted) => (posted === undefined || posted === '' ? [] : [posted].flat()),
    addresses,
  ),
  rule: z.enum(givingRules, 'Choose how tickets are given'),
  limit: typed(
    z.coerce
      .number('A limit is a number')
      .int('A limit is a whole number')
      .min(1, 'A limit is at least 1')
      .max(500, 'A limit is at most 500')
      .optional(),
  ),
  takesBack: z.enum(['no', 'yes'], 'Choose what happens to tickets of those who are away'),
}

/** What the fields of a form come to. */
export const teamIn = (fields: z.output<z.ZodObject<typeof teamFields>>): NewTeam => ({
  name: fields.name,
  members: fields.members,
  giving: { rule: fields.rule, limit: fields.limit ?? null, takesBack: fields.takesBack === 'yes' },
})

export const teamUid = uidShape('There is no such team')
