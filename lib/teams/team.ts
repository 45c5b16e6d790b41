import { z } from 'zod'
import { emailAddress } from '@/lib/people/email'
import { line } from '@/lib/text'

export interface Team {
  readonly uid: string
  readonly name: string
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
}

/** What somebody had before their eyes who changes a team, to find out whether it is still so. */
export const seen = ({ name, members }: Pick<Team, 'name' | 'members'>) =>
  JSON.stringify([name, ...members.map(({ email }) => email).sort()])

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
}

export const teamUid = z.uuid('There is no such team')
