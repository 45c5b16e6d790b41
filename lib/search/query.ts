import { alternatives } from '@/lib/listed'
import type { slaStates } from '@/lib/tickets/queue-sorts'
import type { Channel, Priority } from '@/lib/tickets/ticket'
import { type Days, readDays } from './days'
import { nearest } from './nearest'
import * as known from './operators'
import { type Piece, type Place, piecesOf, type Value, visible } from './pieces'

/** A word, or several in this order, that must be there or must not. */
export interface Words extends Place {
  readonly not: boolean
  readonly text: string
  readonly phrase: boolean
}

/** What an operator asks; several values are alternatives. */
export type Ask = Place & { readonly not: boolean } & (
    | { readonly operator: 'is'; readonly any: readonly known.StatusOrSpam[] }
    | { readonly operator: 'priority'; readonly any: readonly Priority[] }
    | { readonly operator: 'channel'; readonly any: readonly Channel[] }
    | { readonly operator: 'sla'; readonly any: readonly (typeof slaStates)[number][] }
    | { readonly operator: 'created' | 'updated'; readonly any: readonly Days[] }
    | {
        readonly operator: 'assignee' | 'tag' | 'category' | 'team' | 'organization' | 'from' | 'subject'
        readonly any: readonly string[]
      }
  )

export interface SearchQuery {
  readonly words: readonly Words[]
  readonly asks: readonly Ask[]
}

/** What cannot be understood and where, in a sentence for the one who typed it. */
export interface Problem extends Place {
  readonly message: string
}

/** More than anybody types, and little enough for the database. */
export const longestQuery = 1_000
const mostValues = 32

/**
 * Reads what was typed to search for: words, `"words in this order"`, `-without`, `operator:value,value`. What has
 * a colon for another reason (`https://…`, `12:30`, `localhost:80`) is a word. Never throws: what is typed is understood, or its
 * problems are told in the order of their places.
 */
export function readQuery(text: string): {
  readonly query: SearchQuery
  readonly problems: readonly Problem[]
} {
  if (text.length > longestQuery)
    return tooMuch(text, longestQuery, `${longestQuery.toLocaleString('en')} characters`)
  const pieces = piecesOf(text)
  // A word has one value, too.
  const more = pieces.flatMap(({ values }) => values)[mostValues]
  if (more) return tooMuch(text, more.at, `${mostValues} words and values`)
  const read = pieces.map(
    (piece, place) => readOr(piece, [pieces[place - 1], pieces[place + 1]], text) ?? readPiece(piece, text),
  )
  return {
    query: {
      words: read.flatMap((one) => ('text' in one ? [one] : [])),
      asks: read.flatMap((one) => ('operator' in one ? [one] : [])),
    },
    problems: read.flatMap((one) => ('message' in one ? [one] : [])),
  }
}

const tooMuch = (text: string, at: number, most: string) => ({
  query: { words: [], asks: [] },
  problems: [{ at, end: text.length, message: `This asks for too much at once: at most ${most}` }],
})

type Read = Words | Ask | Problem | Place

/** Everything that is asked for is wanted together: an `or` between operators would be read as if it were not there. */
function readOr(
  { at, end, name, values }: Piece,
  [before, after]: readonly [Piece | undefined, Piece | undefined],
  text: string,
): Problem | undefined {
  if (name !== undefined || values[0]?.quoted || !/^or$/i.test(text.slice(at, end))) return
  const [one, other] = [operatorOf(before), operatorOf(after)]
  if (!before || !after || !one || !other) return
  const asked = ({ values, end }: Piece) => visible(text.slice(values[0]?.at ?? end, end))
  const message =
    one === other && !before.not && !after.not
      ? `Write one or the other with a comma: ${one}:${asked(before)},${asked(after)}`
      : 'One or the other can only be asked of one operator, with a comma: tag:vip,gold. Search for each of these by itself.'
  return { at, end, message }
}

const operatorOf = (piece: Piece | undefined) =>
  piece?.name === undefined ? undefined : known.operatorNamed(piece.name)

function readPiece(piece: Piece, text: string): Read {
  const { at, end, not, name, values } = piece
  const open = values.find((value) => value.open)
  if (open) return { at: open.at, end: open.end, message: 'This quotation has no end' }
  if (name === undefined) return wordsOf(piece, values[0]?.text ?? '', values[0]?.quoted)
  const operator = known.operatorNamed(name)
  if (operator) return askOf(operator, piece)
  const meant = name.length > 3 ? nearest(name, known.operators) : undefined
  if (values[0]?.text && (meant || asks(name, values[0])))
    return {
      at,
      end,
      message: `There is no “${name}:”. ${meant ? `Did you mean “${meant}:”? ` : ''}In quotation marks it is a word like others.`,
    }
  return wordsOf({ at, end, not }, visible(text.slice(not ? at + 1 : at, end).replace(/["“”„«»]/g, ' ')))
}

/** Not an address, a port, a path, `std::list` or `:-)`, and not a quotation after a colon. */
const asks = (name: string, { text, quoted }: Value) =>
  name.length > 1 && !quoted && /^[^/\\:]/.test(text) && /[\p{L}\p{N}]/u.test(text) && !/^\d+$/.test(text)

/** Signs alone are nothing to look for. */
const wordsOf = (
  { at, end, not }: Place & { readonly not: boolean },
  text: string,
  phrase = false,
): Words | Place => (/[\p{L}\p{N}]/u.test(text) ? { at, end, not, text, phrase } : { at, end })

function askOf(operator: known.Operator, { at, end, not, values }: Piece): Ask | Problem {
  const empty = values.find(({ text }) => text === '')
  if (empty)
    return {
      at,
      end,
      message: `Say what to look for, without a blank: ${operator}:${known.sampleOf[operator]}`,
    }
  const place = { at, end, not }
  switch (operator) {
    case 'is':
      return each(values, known.standingsNamed, known.standingWords, (any) => ({ ...place, operator, any }))
    case 'priority':
      return each(values, known.priorityNamed, known.priorityWords, (any) => ({ ...place, operator, any }))
    case 'channel':
      return each(values, known.channelNamed, known.channelWords, (any) => ({ ...place, operator, any }))
    case 'sla':
      return each(values, known.slaStateNamed, known.slaWords, (any) => ({ ...place, operator, any }))
    case 'created':
    case 'updated':
      return each(
        values,
        (word) => [readDays(word)].filter((days) => days !== null),
        dayWords,
        (any) => ({ ...place, operator, any }),
      )
    default:
      return { ...place, operator, any: values.map(({ text }) => text) }
  }
}

const dayWords = ['2026-01-31', '>2026-01-31', '2026-01..2026-03', 'today', '7d']

/** What every value names, or the problem of the first that names nothing. */
function each<Named>(
  values: readonly Value[],
  read: (word: string) => readonly Named[],
  words: readonly string[],
  made: (any: readonly Named[]) => Ask,
): Ask | Problem {
  const named = values.map(({ text }) => read(text))
  const strange = values[named.findIndex((some) => some.length === 0)]
  if (!strange) return made(named.flat())
  const { at, end, text } = strange
  const meant = nearest(text, words)
  const help = meant ? `Did you mean ${meant}?` : `Write ${alternatives(words)}.`
  return { at, end, message: `“${text}” is not known here. ${help}` }
}
