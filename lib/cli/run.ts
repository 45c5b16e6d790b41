import { codesOf, isDatabaseAway } from '@/lib/database-errors'
import { Conflict, Missing, Refused, TooMany } from '@/lib/errors'
import { type Command, usageOf, WrongUsage } from './command'
import { analyticsRebuildCommand } from './commands/analytics-rebuild'
import { autoCloseCommand } from './commands/auto-close'
import { benchSeedCommand } from './commands/bench-seed'
import { dbUrlCommand } from './commands/db-url'
import { fixRelationsCommand } from './commands/fix-relations'
import { helpCommand } from './commands/help'
import { peopleAddCommand } from './commands/people-add'
import { peoplePasswordCommand } from './commands/people-password'
import { slaCheckTablesCommand } from './commands/sla-check-tables'
import { slaExplainCommand } from './commands/sla-explain'
import { slaRecomputeCommand } from './commands/sla-recompute'
import { slaSimulateCommand } from './commands/sla-simulate'
import { statsCommand } from './commands/stats'

const own = [
  autoCloseCommand,
  statsCommand,
  fixRelationsCommand,
  dbUrlCommand,
  peopleAddCommand,
  peoplePasswordCommand,
  slaCheckTablesCommand,
  slaExplainCommand,
  slaRecomputeCommand,
  slaSimulateCommand,
  analyticsRebuildCommand,
  benchSeedCommand,
]
const commands: readonly Command[] = [...own, helpCommand(own)]

export interface Output {
  readonly code: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

/** Runs what was typed after `npm run support --`. It never throws: a bug is told with its trace on standard error. */
export async function runCommandLine(typed: readonly string[]): Promise<Output> {
  const json = typed.includes('--json')
  const [name = 'help', ...words] = typed.filter((word) => word !== '--json')
  const command = commands.find((known) => known.name === (asksForHelp(name) ? 'help' : name))
  try {
    const { text, json: document, code = 0 } = await answer(command, name, words)
    return { code, stdout: json ? JSON.stringify(document, null, 2) : text, stderr: '' }
  } catch (error) {
    const { code, message, trace } = told(error, command)
    const usage = code === 2 && command ? usageOf(command) : undefined
    const stderr = [message, trace, usage && `Usage: ${usage}`].filter(Boolean).join('\n')
    return { code, stdout: json ? JSON.stringify({ error: message, usage }, null, 2) : '', stderr }
  }
}

function answer(command: Command | undefined, name: string, words: readonly string[]) {
  if (!command) throw new WrongUsage(`${unknown(name)}. Try: npm run support -- help`)
  if (words.some(asksForHelp)) return helpCommand([command]).run([])
  return command.run(words)
}

const asksForHelp = (word: string) => word === '--help' || word === '-h'

const unknown = (name: string) =>
  name.startsWith('-')
    ? `The command comes before its options, not “${name}”`
    : `There is no command “${name}”`

interface Told {
  readonly code: 1 | 2
  readonly message: string
  readonly trace?: string
}

function told(error: unknown, command: Command | undefined): Told {
  if (error instanceof WrongUsage) return { code: 2, message: error.message }
  if (error instanceof Refused) {
    const option = error.field && optionOf(error.field)
    return {
      code: 1,
      message: option && command?.usage.includes(option) ? `${option}: ${error.message}` : error.message,
    }
  }
  if (error instanceof Missing || error instanceof Conflict || error instanceof TooMany)
    return { code: 1, message: error.message }
  if (isDatabaseAway(error)) return { code: 1, message: 'The database cannot be reached' }
  const [unfit] = codesOf(error).flatMap((code) => unfitDatabase[code] ?? [])
  if (unfit) return { code: 1, message: unfit }
  return { code: 1, message: 'The command failed; this is a bug', trace: rootOf(error) }
}

/** The option by which somebody gave what is told of by its field: `timeZone` came as `--time-zone`. */
const optionOf = (field: string) =>
  field === 'password' || field === 'newPassword'
    ? '--password-stdin'
    : `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** What PostgreSQL says of a database that was named wrongly, or that no Deskwell of this version has started on. */
const unfitDatabase: Readonly<Record<string, string>> = {
  '3D000': 'There is no database of the name that DATABASE_URL gives. Create it, or name another.',
  '28000': 'The database does not let in the user that DATABASE_URL names.',
  '28P01': 'The database refuses the user or the password that DATABASE_URL gives.',
  '42P01':
    'The tables of this version of Deskwell are not in this database. Start it once, with npm start: that makes them.',
}

/** Down to the first cause: what lies above it quotes the query with what people wrote. */
function rootOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? (error.stack ?? error.message) : rootOf(error.cause)
}
