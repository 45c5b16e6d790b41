import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tool } from '../children.mjs'
import { atEnd, endOnSignal } from '../ending.mjs'
import { readJson } from '../files.mjs'
import { root } from '../root.mjs'
import { say } from '../say.mjs'
import { openStack } from '../stack.mjs'
import { failedChecks } from './check.mjs'

/** @typedef {{ passed: number, failed: number }} Score */

/** Everything: static checks, unit and database tests, browser stories. All of it runs, whatever fails. */
export async function test() {
  endOnSignal({ exitCode: 130 })
  say('Checks\n')
  const failed = await failedChecks()
  const scores = [
    { passed: 0, failed: failed.length },
    await runUnitTests([]),
    await runStories([]).catch((error) => {
      say(`\n${error.message}\n`)
      return { passed: 0, failed: 1 }
    }),
  ]
  if (failed.length > 0) say(`Failed checks: ${failed.join(', ')}`)
  return tell(sum(scores))
}

/** @param {readonly string[]} words names of files, and whatever else vitest understands */
export async function unit(words) {
  endOnSignal({ exitCode: 130 })
  return tell(await runUnitTests(words))
}

/** @param {readonly string[]} words names of files, and whatever else Playwright understands */
export async function stories(words) {
  endOnSignal({ exitCode: 130 })
  return tell(await runStories(words))
}

/** @param {readonly string[]} words */
async function runUnitTests(words) {
  say('\nUnit and database tests')
  const report = reportFile()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const succeeded = await run([tool('vitest/vitest.mjs'), 'run', ...reporters, ...words], process.env)
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readJson(report) ?? {}
  // A file that cannot be loaded has no tests that could fail.
  const unloadable = testResults.filter(
    (/** @type {{ status: string, assertionResults: readonly { status: string }[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return score(succeeded, numPassedTests, numFailedTests + unloadable.length)
}

/** @param {readonly string[]} words */
async function runStories(words) {
  say('\nBrowser stories\n')
  const { env } = await openStack()
  // Traces cost time: only what is told by name, or again, is traced.
  const all = words.length === 0
  const { succeeded, stats, failed, whole } = await runPlaywright(all ? ['--trace', 'off'] : words, env)
  const { expected: passed = 0, unexpected = 0 } = stats
  // Two of hundreds may have waited for a busy machine. What fails by itself as well is broken.
  if (all && whole && failed.length > 0 && failed.length <= 2) {
    const names = failed.map(({ file, title }) => `${file} › ${title}`).join(', ')
    say(`\nAgain, three times, with nothing beside it: ${names}\n`)
    const alone = ['--workers', '1', '--repeat-each', '3', '--output', 'test-results/again']
    const again = await runPlaywright([...wordsFor(failed), ...alone], env)
    if (again.succeeded) {
      say(`\nUnsteady: ${names} failed once, and passed three times alone.`)
      return score(true, passed + unexpected, 0)
    }
  }
  return score(succeeded, passed, unexpected)
}

/**
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ succeeded: boolean, stats: Record<string, number>, failed: readonly Story[], whole: boolean }>}
 */
async function runPlaywright(words, env) {
  const report = reportFile()
  const succeeded = await run([tool('@playwright/test/cli.js'), 'test', ...words], {
    ...env,
    DESKWELL_REPORT: report,
  })
  const { stats = {}, suites = [], errors = [] } = readJson(report) ?? {}
  // A story whose predecessor failed may not have been told.
  const whole = stats.skipped === 0 && errors.length === 0
  return { succeeded, stats, failed: suites.flatMap(failedIn), whole }
}

/** @typedef {{ file: string, title: string, ok: boolean }} Story */

/**
 * @typedef {{ specs: readonly Story[], suites?: readonly Suite[] }} Suite
 * @param {Suite} suite
 * @returns {readonly Story[]} the stories that failed
 */
const failedIn = ({ specs, suites = [] }) => [...specs.filter(({ ok }) => !ok), ...suites.flatMap(failedIn)]

/**
 * By their titles: one line may tell many, as that of every page does.
 * @param {readonly Story[]} stories
 */
const wordsFor = (stories) => [
  ...new Set(stories.map(({ file }) => file)),
  '--grep',
  stories.map(({ title }) => `${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`).join('|'),
]

/**
 * A run that failed without a failed test failed all the same.
 * @param {boolean} succeeded
 * @param {number} passed
 * @param {number} failed
 * @returns {Score}
 */
const score = (succeeded, passed, failed) => ({ passed, failed: succeeded ? failed : Math.max(failed, 1) })

/** @param {readonly Score[]} scores */
const sum = (scores) => ({
  passed: scores.reduce((total, { passed }) => total + passed, 0),
  failed: scores.reduce((total, { failed }) => total + failed, 0),
})

/** The last line; machines read it too. @param {Score} score */
function tell({ passed, failed }) {
  say(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function reportFile() {
  const folder = mkdtempSync(join(tmpdir(), 'deskwell-report-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'report.json')
}

/**
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>}
 */
function run(words, env) {
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: 'inherit' })
  const ended = new Promise((resolve) =>
    child.on('error', () => resolve(false)).on('exit', (code) => resolve(code === 0)),
  )
  atEnd(() => {
    child.kill('SIGTERM')
    return ended
  })
  return /** @type {Promise<boolean>} */ (ended)
}
