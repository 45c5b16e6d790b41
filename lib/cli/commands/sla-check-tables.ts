import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { plural } from '@/lib/plural'
import { columns } from '../columns'
import { commandAbout, WrongUsage } from '../command'
import { check, type Failure, reasons } from './sla-tables/check'

interface Report {
  readonly file: string
  readonly checked: number
  readonly held: number
  readonly skipped: Readonly<Record<keyof typeof reasons, number>>
  readonly failures: readonly Failure[]
}

export const slaCheckTablesCommand = commandAbout(
  {
    name: 'sla:check-tables',
    usage: '<folder>',
    takes: 'one folder with tables',
    summary:
      'Holds the business time of the SLA engine against tables of cases (*.json). Exits with 1 if a case fails. Needs no database.',
  },
  async (folder) => {
    const reports = (await tablesIn(folder)).map(({ file, cases }) => reportOn(file, cases))
    const fails = reports.some(({ failures }) => failures.length > 0)
    return { text: told(reports), json: { folder, tables: reports }, code: fails ? 1 : 0 }
  },
)

const table = z.object({ cases: z.array(z.unknown()) })

/** The tables of a folder; JSON without cases is none. */
async function tablesIn(folder: string) {
  const names = await readdir(folder).catch(() => {
    throw new WrongUsage(`The folder ${folder} cannot be read`)
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  const documents = await Promise.all(
    files.map(async (file) => ({
      file,
      read: table.safeParse(parsed(file, await readFile(join(folder, file), 'utf8'))),
    })),
  )
  const tables = documents.flatMap(({ file, read }) => (read.success ? [{ file, ...read.data }] : []))
  if (tables.length === 0) throw new WrongUsage(`There is no table of cases in ${folder}`)
  return tables
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongUsage(`${file} is not JSON`)
  }
}

function reportOn(file: string, cases: readonly unknown[]): Report {
  const verdicts = cases.map(check)
  const skippedFor = (reason: keyof typeof reasons) =>
    verdicts.filter((one) => one.verdict === 'skipped' && one.because === reason).length
  const failures = verdicts.flatMap((one) => (one.verdict === 'failed' ? [one.failure] : []))
  const held = verdicts.filter(({ verdict }) => verdict === 'held').length
  return {
    file,
    checked: held + failures.length,
    held,
    skipped: {
      anotherRule: skippedFor('anotherRule'),
      anotherQuestion: skippedFor('anotherQuestion'),
      needsTicket: skippedFor('needsTicket'),
    },
    failures,
  }
}

function told(reports: readonly Report[]) {
  const checked = reports.reduce((sum, report) => sum + report.checked, 0)
  const failures = reports.flatMap(({ file, failures }) => failures.map((failure) => ({ file, ...failure })))
  return [
    columns([
      ['', 'checked', 'held', ...Object.values(reasons).map((reason) => `skipped: ${reason}`)],
      ...reports.map(({ file, checked, held, skipped }) => [file, checked, held, ...Object.values(skipped)]),
    ]),
    '',
    ...failures.map(({ file, id, got, expected }) => `${file} ${id}: got ${got}, expected ${expected}`),
    `${plural(checked, 'case')} checked, ${failures.length === 0 ? 'all hold' : `${plural(failures.length, 'fails', 'fail')}`}`,
  ].join('\n')
}
