import { text as textOf } from 'node:stream/consumers'

/** The first line of standard input: what is typed after a command can be seen by others of the machine. */
export const passwordFromStdin = async () => (await textOf(process.stdin)).split(/\r?\n/, 1)[0] ?? ''
