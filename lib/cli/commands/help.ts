import { type Command, namedIn, WrongUsage } from '../command'

/** Knows the other commands. */
export function helpCommand(others: readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    usage: '[command]',
    summary: 'All commands, or the one that is named.',
    run: async (words) => {
      const [named, ...more] = namedIn(words)
      if (more.length > 0) throw new WrongUsage('Give one command, or none')
      if (named === undefined) return page(others)
      const one = [...others, help].find(({ name }) => name === named)
      if (!one) throw new WrongUsage(`There is no command “${named}”`)
      return page([one])
    },
  }
  return help
}

const page = (commands: readonly Command[]) => ({
  text: [
    'Usage: npm run support -- <command> [options] [--json]',
    '',
    ...commands.flatMap(({ name, usage, summary }) => [
      `  ${name} ${usage}`.trimEnd(),
      `      ${summary}`,
      '',
    ]),
    'With --json exactly one JSON document is written to standard output, also when something fails.',
    'Exit codes: 0 all is well, 1 something was found or failed, 2 wrong usage.',
  ].join('\n'),
  json: { commands: commands.map(({ name, usage, summary }) => ({ name, usage, summary })) },
})
