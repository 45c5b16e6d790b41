import type { Around, MacroAction } from './action'
import type { Values } from './placeholder'

export const nameLimit = 80
export const shortcutLimit = 30
export const cannedLimit = 10_000

/** Whose it is: the agent's own, everyone's, or a team's, by its uid. */
export type Scope = 'personal' | 'everyone' | (string & {})

/** What makes a canned reply, as forms and programs tell it. With actions it is a macro. */
export interface NewCanned {
  readonly name: string
  /** One word, to find it by. */
  readonly shortcut: string | null
  /** Markdown with placeholders. Empty: it only acts. */
  readonly body: string
  readonly actions: readonly MacroAction[]
  readonly scope: Scope
}

export interface Canned extends NewCanned {
  readonly uid: string
  /** The team's name, where it is a team's. */
  readonly team: string | null
  /** Whether the reader is of that team. */
  readonly member: boolean
  readonly changedAt: Date
}

/** What a field offers behind a `/`. */
export type CannedOffer = Pick<Canned, 'uid' | 'name' | 'shortcut' | 'body' | 'actions'>

/** What the fields of a ticket's page offer, and what they need to fill it in. */
export interface CannedOn {
  readonly replies: readonly CannedOffer[]
  readonly values: Values
  readonly around: Around
}

/** What somebody had before their eyes who changes one, to find out whether it is still so. */
export const seen = ({ name, shortcut, body, actions, scope }: NewCanned) =>
  JSON.stringify([name, shortcut, body, scope, ...actions.map((action) => [action.do, action.to])])

/** Who has it: `You`, `First line`, `Everyone`. */
export const scopeWord = ({ scope, team }: Pick<Canned, 'scope' | 'team'>) => {
  if (scope === 'personal') return 'You'
  return scope === 'everyone' ? 'Everyone' : (team ?? 'A team')
}

/** The canned replies that somebody may mean who has typed these words, the likeliest first. */
export function matching<Reply extends Pick<NewCanned, 'name' | 'shortcut' | 'body'>>(
  replies: readonly Reply[],
  typed: string,
): readonly Reply[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const ranked = replies.map((reply) => ({ reply, rank: rank(reply, words) }))
  return ranked
    .filter(({ rank }) => rank < missed)
    .sort((one, other) => one.rank - other.rank)
    .map(({ reply }) => reply)
}

const missed = 4

/** 0: its shortcut, 1: the shortcut begins so, 2: words of the name do, 3: it says them. */
function rank(
  { name, shortcut, body }: Pick<NewCanned, 'name' | 'shortcut' | 'body'>,
  words: readonly string[],
) {
  const [only = ''] = words
  if (words.length === 1 && shortcut === only) return 0
  if (words.length === 1 && shortcut?.startsWith(only)) return 1
  const within = (text: string) => words.every((word) => ` ${plain(text)}`.includes(` ${word}`))
  if (within(name)) return 2
  return within(`${shortcut ?? ''} ${name} ${body}`) ? 3 : missed
}

/** Small letters without accents, and blanks for everything that is no letter. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
