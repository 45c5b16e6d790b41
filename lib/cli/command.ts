import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** What a command has to say: to a person or, with `--json`, to a program. */
export interface Answer {
  readonly text: string
  readonly json: unknown
  /** 0: all is well. 1: something was found or failed; the command's help says what. */
  readonly code?: 0 | 1
}

export interface Command {
  readonly name: string
  /** Its options, as the help shows them. */
  readonly usage: string
  /** One sentence, and what exit code 1 means where it is not simply a failure. */
  readonly summary: string
  readonly run: (words: readonly string[]) => Promise<Answer>
}

export const usageOf = ({ name, usage }: Pick<Command, 'name' | 'usage'>) =>
  `npm run support -- ${`${name} ${usage}`.trimEnd()} [--json]`

type About = Pick<Command, 'name' | 'usage' | 'summary'>

/** The words after the command are not what it takes. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; strict: true; allowPositionals: true }>
>['values']

/** A command with its options, in the words of `node:util`. Throws WrongUsage when run with anything else. */
export function command<const Options extends ParseArgsOptionsConfig>(
  about: About & { readonly options: Options },
  act: (values: Values<Options>) => Promise<Answer>,
): Command {
  const { options, ...rest } = about
  return {
    ...rest,
    run: async (words) => {
      const { values, positionals } = read(words, options)
      if (positionals[0] !== undefined) throw new WrongUsage(`“${positionals[0]}” is not asked for here`)
      return act(values)
    },
  }
}

/** A command about one thing, which is named after it: `takes` says what, “one folder”. */
export const commandAbout = (
  about: About & { readonly takes: string },
  act: (named: string) => Promise<Answer>,
): Command => {
  const { takes, ...rest } = about
  return {
    ...rest,
    run: async (words) => {
      const [named, ...more] = namedIn(words)
      if (!named || more.length > 0) throw new WrongUsage(`Give ${takes}`)
      return act(named)
    },
  }
}

/** What is named after a command that takes no options. Throws WrongUsage. */
export const namedIn = (words: readonly string[]) => read(words, {}).positionals

function read<Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  refuseUnknown(words, options)
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? inOurWords(error.message) : String(error))
  }
}

/** The parser speaks of an option without a value, or with one that it does not take. */
function inOurWords(message: string) {
  const option = /'(?:-\w, )?(--[\w-]+)/.exec(message)?.[1]
  if (!option) return message
  if (message.includes('does not take')) return `${option} takes no value`
  return `${option} needs a value${message.includes('ambiguous') ? ', and none that begins with a dash' : ''}`
}

/** Before the parser does, whose words are about options that other commands might have. */
function refuseUnknown(words: readonly string[], options: ParseArgsOptionsConfig) {
  const { tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name))
  if (unknown?.kind === 'option') throw new WrongUsage(`There is no option “${unknown.rawName}”`)
}
