// The walls of docs/architecture.md: who may import whom. Run alone it checks the project; the test runs it on fixtures.
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/**
 * Paths are of the project, without extension; packages are named as imported.
 * @typedef {{
 *   readonly wall: string,
 *   readonly from: readonly string[],
 *   readonly notFrom?: readonly string[],
 *   readonly refuse: readonly string[],
 *   readonly except?: readonly string[],
 *   readonly types?: 'allowed',
 *   readonly words?: readonly (readonly [RegExp, string])[],
 * }} Rule
 */

const database = ['db/**', 'drizzle-orm', 'postgres', 'pg']

/** Rules and types that take values and a moment: no database, no clock, no environment. */
const pure = [
  'lib/{build,errors,form-state,page,patience,text,time-words,time-zone,uid,viewer}',
  'lib/{day-length,like,listed,plural,zone-offset}',
  'lib/*/policy',
  'lib/analytics/{behind,behind-in-words,definitions,fact,period,scope,totals,words}',
  'lib/canned/{action,canned,code,form,placeholder}',
  'lib/bulk/{action,run}',
  'lib/categories/category',
  'lib/drafts/draft',
  'lib/events/event',
  'lib/jobs/job',
  'lib/links/link',
  'lib/messages/message',
  'lib/people/{email,person,roles}',
  'lib/realtime/{cursor,frame,news}',
  'lib/portal/{asked,promise,standing,timeline,words}',
  'lib/preferences/{choices,preferences}',
  'lib/presence/presence',
  'lib/sending/overtaken',
  'lib/settings/settings',
  'lib/sla/policies/{amount,choices,form,policy-row,shape,words}',
  'lib/sla/{advance,book,business-time,calendar,changes-of-clocks,clock,counted-days,day-hours,derived,explain,in-time,ledger-sentences,named-clock,open-years,pauses,reach,replay,reasons,skipped,sla,sla-policy,spans,target,words,zone}',
  'lib/search/{days,marks,narrow,near-refids,nearest,operators,pieces,query,ranking}',
  'lib/sla/calendars/{ics,ics-repeats,merged-days,trial,wall,words}',
  'lib/views/view',
  'lib/wallboards/wallboard',
  'lib/{organizations/organization,tags/kept,tags/order,tags/tag,teams/team}',
  'lib/tickets/{metadata,queue-columns,queue-cursor,queue-filter,queue-groups,queue-sorts,refid,ticket,views}',
]

/** What a customer can do; each checks by itself whose ticket it is. */
const customersVerbs = [
  'lib/tickets/{file,close,reopen}',
  'lib/messages/write-back',
  'lib/people/{change-name,change-time-zone}',
  'lib/ratings/rate',
]

/** @type {readonly Rule[]} */
export const rules = [
  {
    wall: 'Customers’ pages read through lib/portal and act through a customer’s verbs',
    from: ['app/(portal)/**', 'components/portal/**'],
    refuse: [
      'lib/**',
      'components/{console,admin,charts,wall}/**',
      'app/{console,admin,wall}/**',
      ...database,
    ],
    except: ['lib/portal/**', 'lib/action', 'lib/auth/**', ...customersVerbs, ...pure],
  },
  {
    wall: 'Routes know no SQL: call lib',
    from: ['app/**', 'proxy'],
    refuse: database,
  },
  {
    wall: 'Components take types of lib and values of its pure files, and get the rest as props',
    from: ['components/**'],
    refuse: ['lib/**'],
    except: pure,
    types: 'allowed',
  },
  {
    wall: 'Components know neither database nor routes; a server action is imported from its actions file',
    from: ['components/**'],
    refuse: [...database, 'app/**'],
    except: ['app/**/actions'],
  },
  {
    wall: 'components/ui knows nothing of the rooms above it',
    from: ['components/ui/**'],
    refuse: ['components/{portal,console,admin,charts,wall}/**'],
  },
  {
    wall: 'lib/portal reads the portal views and nothing else',
    from: ['lib/portal/**'],
    refuse: ['db/**', 'lib/**', 'postgres', 'pg'],
    except: ['db/portal', 'lib/portal/**', 'lib/messages/weight', ...pure],
    notFrom: ['lib/portal/as-customer'],
    types: 'allowed',
  },
  {
    wall: 'lib/portal never names a table, not even its type',
    from: ['lib/portal/**'],
    refuse: ['db/schema', 'db/schema/**', 'db/views'],
  },
  {
    wall: 'lib does not know who shows it; only lib/auth and lib/action know Next',
    from: ['lib/**'],
    notFrom: ['lib/auth/**', 'lib/action'],
    refuse: ['app/**', 'components/**', 'next', 'next-auth', 'react', 'react-dom'],
  },
  {
    wall: 'lib/auth and lib/action know no page and no component',
    from: ['lib/auth/**', 'lib/action'],
    refuse: ['app/**', 'components/**'],
  },
  {
    wall: 'Pure files take values and a moment: no database, clock or environment',
    from: pure,
    // A constant: the build writes it in.
    notFrom: ['lib/build'],
    refuse: [...database, 'lib/**', 'next', 'pino', 'node:fs', 'node:fs/promises', 'node:child_process'],
    except: pure,
    types: 'allowed',
    words: [
      [/\bprocess\.env\b/, 'process.env'],
      [/\bDate\.now\(\)/, 'Date.now()'],
      [/\bnew Date\(\)/, 'new Date()'],
    ],
  },
  {
    wall: 'The schema stands below lib',
    from: ['db/**'],
    notFrom: ['db/seed/**'],
    refuse: ['lib/**', 'app/**', 'components/**'],
    except: pure,
    types: 'allowed',
  },
  {
    wall: 'Only db/client connects',
    from: ['**'],
    notFrom: ['db/{client,migrate,testing}', 'scripts/**', 'e2e/**'],
    refuse: ['postgres', 'pg'],
    types: 'allowed',
  },
]

/**
 * @typedef {{ readonly path: string, readonly line: number, readonly found: string, readonly wall: string }} Breach
 * @param {ReadonlyMap<string, string>} sources by path
 * @returns {Breach[]}
 */
export function breaches(sources) {
  return [...sources].flatMap(([path, source]) => {
    const file = path.replace(/\.\w+$/, '')
    // Tests arrange and look behind walls; that is their work.
    if (file.endsWith('.test')) return []
    const applicable = rules.filter(({ from, notFrom = [] }) => fits(file, from) && !fits(file, notFrom))
    const imports = importsOf(path, source)
    return applicable.flatMap(({ wall, refuse, except = [], types, words = [] }) => [
      ...imports
        .filter(
          ({ target, typeOnly }) => !(typeOnly && types) && fits(target, refuse) && !fits(target, except),
        )
        .map(({ line, target }) => ({ path, line, found: `imports ${target}`, wall })),
      ...words.flatMap(([word, name]) =>
        lines(source)
          .filter(({ text }) => word.test(text.replace(/\/\/.*|^\s*\*.*/, '')))
          .map(({ line }) => ({ path, line, found: `says ${name}`, wall })),
      ),
    ])
  })
}

const statement =
  /\b(?:import|export)\s+(type\s+)?((?:[\w$*]+\s*,\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?|[\w$]+))\s+from\s*['"]([^'"\n]+)['"]/g
const bare = /\bimport\s*['"]([^'"\n]+)['"]/g
const called = /\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g

/** @param {string} path @param {string} source */
function importsOf(path, source) {
  // Dead text keeps its length, so that lines stay right.
  const text = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
  const found = [
    ...[...text.matchAll(statement)].map(({ index, 1: type, 2: names = '', 3: target = '' }) => ({
      index,
      target,
      typeOnly: Boolean(type) || /^\{\s*(type\s[^,}]+,?\s*)+\}$/.test(names),
    })),
    ...[bare, called].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 1: target = '' }) => ({ index, target, typeOnly: false })),
    ),
  ]
  return found.map(({ index, target, typeOnly }) => ({
    line: text.slice(0, index).split('\n').length,
    target: resolved(path, target),
    typeOnly,
  }))
}

/** @param {string} path @param {string} target */
function resolved(path, target) {
  const local = target.startsWith('@/') ? target.slice(2) : undefined
  const relative = target.startsWith('.') ? posix.join(posix.dirname(path), target) : undefined
  return (local ?? relative ?? target).replace(/\.(ts|tsx|mjs|js)$/, '').replace(/\/index$/, '')
}

/** @param {string} name @param {readonly string[]} patterns */
export const fits = (name, patterns) => patterns.some((pattern) => matcher(pattern).test(name))

/** @type {Map<string, RegExp>} */
const matchers = new Map()

/** A package's name stands for all of its entries. @param {string} pattern */
function matcher(pattern) {
  const known = matchers.get(pattern)
  if (known) return known
  const body = pattern
    .replace(/[.()+^$|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, choices) => `(?:${choices.replaceAll(',', '|')})`)
    .replace(/\/\*\*$|\*\*|\*/g, (stars) => (stars === '/**' ? '(?:/.*)' : stars === '**' ? '.*' : '[^/]*'))
  const isPackage = !/[/*]/.test(pattern)
  const made = new RegExp(`^${body}${isPackage ? '(?:/.*)?' : ''}$`)
  matchers.set(pattern, made)
  return made
}

/** @param {string} source */
const lines = (source) => source.split('\n').map((text, index) => ({ text, line: index + 1 }))

export function projectSources() {
  const paths = globSync(['{app,components,db,e2e,lib}/**/*.{ts,tsx}', '*.{ts,tsx}'], { cwd: root })
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = breaches(projectSources())
  for (const { path, line, found: what, wall } of found) console.log(`${path}:${line} ${what}\n  ${wall}`)
  process.exitCode = found.length === 0 ? 0 : 1
}
