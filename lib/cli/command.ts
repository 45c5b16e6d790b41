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

/** The words after the command are not what it takes. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; strict: true; allowPositionals: false }>
>['values']

/** A command with its options, in the words of `node:util`. Throws WrongUsage when run with anything else. */
export function command<const Options extends ParseArgsOptionsConfig>(
  about: Pick<Command, 'name' | 'usage' | 'summary'> & { readonly options: Options },
  act: (values: Values<Options>) => Promise<Answer>,
): Command {
  const { options, ...rest } = about
  return {
    ...rest,
    run: async (words) => act(read(words, options)),
  }
}

function read<Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
): Values<Options> {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
}
