import { type Command, command } from '../command'

/** Knows the other commands. */
export const helpCommand = (others: readonly Command[]) =>
  command({ name: 'help', usage: '', summary: 'This page.', options: {} }, async () => ({
    text: [
      'Usage: npm run support -- <command> [options] [--json]',
      '',
      ...others.flatMap(({ name, usage, summary }) => [
        `  ${name} ${usage}`.trimEnd(),
        `      ${summary}`,
        '',
      ]),
      'With --json exactly one JSON document is written to standard output, also when something fails.',
      'Exit codes: 0 all is well, 1 something was found or failed, 2 wrong usage.',
    ].join('\n'),
    json: { commands: others.map(({ name, usage, summary }) => ({ name, usage, summary })) },
  }))
