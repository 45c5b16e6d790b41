import { join, relative } from 'node:path'
import { buildIfStale } from '../build.mjs'
import { holdsDemo, openDatabase } from '../database.mjs'
import { seedDemo } from '../demo.mjs'
import { atEnd, endOnSignal } from '../ending.mjs'
import { takeInstance } from '../instance.mjs'
import { portIsForbidden, portIsFree } from '../ports.mjs'
import { identify, within } from '../processes.mjs'
import { startWeb, startWorker } from '../production.mjs'
import { root } from '../root.mjs'
import { say, step, Trouble } from '../say.mjs'
import { folderToServe } from '../serving.mjs'
import { childEnvironment, readSettings } from '../settings.mjs'

const demoLogins = [
  ['customer@demo.test', 'files tickets'],
  ['other@demo.test', 'another customer'],
  ['agent@demo.test', 'answers them'],
  ['supervisor@demo.test', 'watches the numbers'],
  ['admin@demo.test', 'configures'],
]

/** With a company that is made up. */
export const demo = () => serve({ command: 'npm run demo', demo: true, dev: false })

/** The real thing: empty at first, `/setup` makes the first admin. */
export const start = () => serve({ command: 'npm start', demo: false, dev: false })

/** For work on Deskwell itself: everything reloads. */
export const dev = () => serve({ command: 'npm run dev', demo: true, dev: true })

/** @param {{ command: string, demo: boolean, dev: boolean }} mode */
async function serve({ command, demo, dev }) {
  const given = readSettings()
  const settings = { ...given, demo: demo || given.demo }
  const logs = join(settings.dataDir, 'logs')
  endOnSignal({ exitCode: 0, farewell: 'Ending …' })
  say('Deskwell\n')

  const instance = await takeInstance(settings.dataDir, { command, lasting: true })
  atEnd(instance.release)
  await demandPort(settings.port, command)

  const databaseUrl = await openDatabase(settings)
  if (!settings.demo && (await holdsDemo(databaseUrl))) throw new Trouble(demoHere(given))
  const { folder, release } = folderToServe()
  atEnd(release)
  const env = {
    ...childEnvironment(settings, databaseUrl, dev ? 'development' : 'production'),
    DESKWELL_BUILD: folder,
  }
  instance.tell({ databaseUrl, address: settings.appUrl })
  await Promise.all([
    settings.demo && seedDemo(env, logs),
    !dev && buildIfStale({ env, log: join(logs, 'build.log'), folder }),
  ])

  // A start after a kill -9 has to find them.
  const changed = () => instance.tell({ children: [web.pid(), worker.pid()].flatMap(known) })
  const worker = startWorker({ env, logs, dev, changed })
  const web = startWeb({ env, logs, dev, changed })
  changed()
  atEnd(() => instance.tell({ ending: true }))
  await step('Starting web and worker', web.ready)

  say(`\nDeskwell is ready: ${settings.appUrl}\n`)
  if (settings.demo) {
    say('  Sign in with the password deskwell-demo as')
    for (const [login = '', role] of demoLogins) say(`    ${login.padEnd(22)} ${role}`)
    say()
  }
  say(`  Logs: ${relative(root, logs) || logs}   End with Ctrl-C`)
  await new Promise(() => {})
}

/** @param {import('../settings.mjs').Settings} settings */
const demoHere = ({ databaseUrl, dataDir }) =>
  'The demo company is here, and everybody knows its passwords. To go on with it: npm run demo\n' +
  `For a helpdesk of your own ${
    databaseUrl
      ? 'name another DATABASE_URL.'
      : `name another folder in .env, like DATA_DIR=.data-own, or remove ${dataDir}.`
  }`

/** @param {number} port @param {string} command */
async function demandPort(port, command) {
  if (await portIsForbidden(port))
    throw new Trouble(
      `This user may not listen on port ${port}: ports this low are the system's. Let a proxy listen there, and take a higher one: PORT=3000 ${command}`,
    )
  // The web server of a Deskwell that was killed a moment ago needs that moment to notice.
  if (await within(3_000, () => portIsFree(port))) return
  throw new Trouble(
    `Port ${port} is used by another program. Choose another one: PORT=${port + 100} ${command}`,
  )
}

/** @param {number | undefined} pid */
const known = (pid) => (pid === undefined ? [] : [identify(pid)])
