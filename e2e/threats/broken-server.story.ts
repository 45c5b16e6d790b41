import { expect } from '@playwright/test'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { addresses } from '../surface'
import { newStaff } from './people'
import { serverWith } from './second-server'

const rooms = addresses
  .map(({ pattern }) => pattern.replace(/\[.*\]/, 'SUP-00000000'))
  .filter((path) => /^\/(console|admin|tickets|account|api\/console)/.test(path))

for (const [what, broken] of [
  ['no secret', { AUTH_SECRET: '' }],
  ['a secret of an example', { AUTH_SECRET: 'change-me-change-me-change-me-change-me' }],
  ['another secret', { AUTH_SECRET: 'kd83Hsjq02mXnVbaPowq18Zryt65LfgeUi' }],
  ['no database', { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:9/none' }],
] as const)
  test(`a server with ${what} lets nobody in, not even who was signed in`, async () => {
    // Every room there is, ten at a time, and each waits until it gives up.
    test.setTimeout(180_000)
    const cookie = await cookieOf(await newStaff('admin'))
    const server = await serverWith(broken)
    try {
      // Together: without a database each waits until it gives up.
      await Promise.all(
        rooms.map(async (path) => {
          const response = await server.ask(path, { headers: { cookie } })
          expect(response.status, path).not.toBe(200)
          // A form posts to an export; and what is only put or posted to is asked for by no GET.
          if (what === 'no database' && path.startsWith('/api/') && !path.endsWith('/export'))
            expect([503, 405], path).toContain(response.status)
          expect(await response.text(), path).not.toMatch(
            /Noor admin|@example\.test|AUTH_SECRET=|postgres:\/\//,
          )
        }),
      )
      const session = await server.ask('/api/auth/session', { headers: { cookie } })
      expect(await session.text()).not.toMatch(/"user"|"sid"|"email"/)
    } finally {
      await server.stop()
    }
  })
