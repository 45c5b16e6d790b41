import { isBuiltin } from 'node:module'
import { expect, test } from 'vitest'
import manifest from '@/package.json' with { type: 'json' }
import { breaches, fits, projectSources, rules } from './walls.mjs'

const found = (path: string, source: string) =>
  breaches(new Map([[path, source]])).map(({ line, found }) => `${line} ${found}`)

test.each([
  ['app/(portal)/tickets/page.tsx', "import { queue } from '@/lib/tickets/find'", 'lib/tickets/find'],
  ['app/(portal)/tickets/page.tsx', "import type { Ticket } from '@/lib/tickets/find'", 'lib/tickets/find'],
  ['app/(portal)/page.tsx', "import { Row } from '@/components/console/row'", 'components/console/row'],
  ['components/portal/thread.tsx', "import { note } from '@/lib/messages/note'", 'lib/messages/note'],
  [
    'app/(portal)/tickets/actions.ts',
    "import { answer } from '@/lib/messages/answer'",
    'lib/messages/answer',
  ],
  [
    'components/portal/thread.tsx',
    "import { Screen } from '@/components/wall/screen'",
    'components/wall/screen',
  ],
  ['components/ui/button.tsx', "import { Screen } from '../wall/screen'", 'components/wall/screen'],
  ['app/console/page.tsx', "import { db } from '@/db/client'", 'db/client'],
  ['app/admin/page.tsx', "import { eq } from 'drizzle-orm'", 'drizzle-orm'],
  ['app/api/export/route.ts', "import { text } from 'drizzle-orm/pg-core'", 'drizzle-orm/pg-core'],
  ['components/console/row.tsx', "import { assign } from '@/lib/tickets/assign'", 'lib/tickets/assign'],
  ['components/console/row.tsx', "import type { Row } from '@/db/schema'", 'db/schema'],
  ['components/console/row.tsx', "import { Page } from '@/app/console/page'", 'app/console/page'],
  ['components/ui/button.tsx', "import { Row } from '../console/row'", 'components/console/row'],
  ['lib/portal/find.ts', "import type { tickets } from '@/db/schema'", 'db/schema'],
  ['lib/portal/find.ts', "import { tickets } from '../../db/schema/tickets'", 'db/schema/tickets'],
  ['lib/portal/find.ts', "import { queue } from '@/lib/tickets/find'", 'lib/tickets/find'],
  ['lib/tickets/assign.ts', "import { revalidatePath } from 'next/cache'", 'next/cache'],
  ['lib/tickets/assign.ts', "import { Row } from '@/components/console/row'", 'components/console/row'],
  ['lib/auth/session.ts', "import Page from '@/app/page'", 'app/page'],
  ['lib/tickets/policy.ts', "import { db } from '@/db/client'", 'db/client'],
  ['lib/tickets/ticket.ts', "import { inTransaction } from '@/lib/transaction'", 'lib/transaction'],
  ['db/schema/tickets.ts', "import { assign } from '@/lib/tickets/assign'", 'lib/tickets/assign'],
  ['lib/jobs/worker.ts', "import postgres from 'postgres'", 'postgres'],
])('%s must not: %s', (path, source, target) => {
  expect(found(path, source)).toContain(`1 imports ${target}`)
})

test.each([
  ['app/(portal)/tickets/page.tsx', "import { ownTickets } from '@/lib/portal/find'"],
  ['app/(portal)/tickets/actions.ts', "import { close } from '@/lib/tickets/close'"],
  ['app/console/page.tsx', "import { queue } from '@/lib/tickets/find'"],
  ['components/console/row.tsx', "import type { Row } from '@/lib/tickets/find'"],
  ['components/console/row.tsx', "import { type Row, type Page } from '@/lib/tickets/find'"],
  ['components/console/row.tsx', "import { statuses } from '@/lib/tickets/ticket'"],
  ['components/console/claim.tsx', "import { claimTicket } from '@/app/console/tickets/actions'"],
  ['lib/portal/find.ts', "import { portalTickets } from '@/db/portal'"],
  ['lib/portal/find.ts', "import type { Tx } from '@/lib/transaction'"],
  ['lib/portal/as-customer.ts', "import { db } from '@/db/client'"],
  ['lib/auth/session.ts', "import { cookies } from 'next/headers'"],
  ['lib/tickets/policy.ts', "import type { Settings } from '@/lib/settings/settings'"],
  ['db/seed/demo.ts', "import { createTicket } from '@/lib/support'"],
  ['lib/portal/canary.test.ts', "import { tickets } from '@/db/schema'"],
])('%s may: %s', (path, source) => {
  expect(found(path, source)).toEqual([])
})

test('every way to import is seen', () => {
  const source = [
    '// import a comment from "@/db/client"',
    'import {',
    '  db,',
    "} from '@/db/client'",
    "export * from '@/db/views'",
    "export { sql } from '../../db/migrate'",
    "const late = await import('@/db/portal')",
    "import '@/db/schema/tickets'",
    "import sql, { type Row } from 'postgres'",
  ].join('\n')
  const targets = found('app/console/page.tsx', source).map((line) => line.replace(' imports ', ':'))
  expect(new Set(targets)).toEqual(
    new Set([
      '2:db/client',
      '5:db/views',
      '6:db/migrate',
      '7:db/portal',
      '8:db/schema/tickets',
      '9:postgres',
    ]),
  )
})

test.each(['process.env.PORT', 'Date.now()', 'new Date()'])('a pure file never says %s', (word) => {
  expect(found('lib/sla/sla.ts', `\nexport const due = () => ${word}`)).toEqual([
    expect.stringMatching(/^2 says/),
  ])
})

test('a comment may say what code may not', () => {
  expect(found('lib/sla/sla.ts', '// never new Date()\n/** nor\n * Date.now()\n */')).toEqual([])
})

test('what the rules name is there', () => {
  const files = [...projectSources().keys()].map((path) => path.replace(/(\/index)?\.\w+$/, ''))
  const named = rules.flatMap(({ from, notFrom = [], refuse, except = [] }) =>
    [from, notFrom, refuse, except].flat().flatMap(choices),
  )
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  const missing = named.filter(
    (pattern) =>
      !packages.includes(pattern) && !isBuiltin(pattern) && !files.some((file) => fits(file, [pattern])),
  )
  // The scripts are no sources: they run without a build.
  expect(new Set(missing)).toEqual(new Set(['scripts/**']))
})

/** `lib/{a,b}` is `lib/a` and `lib/b`. */
const choices = (pattern: string) => {
  const [, before = '', listed = '', after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? []
  return listed ? listed.split(',').map((choice) => `${before}${choice}${after}`) : [pattern]
}
