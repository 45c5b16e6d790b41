import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import { freePort } from '@/scripts/ports.mjs'

/** One more web server of the same build, in an environment of its own. */
export async function serverWith(environment: Readonly<Record<string, string>>, given?: number) {
  const port = given ?? (await freePort())
  const origin = `http://localhost:${port}`
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--port', String(port)],
    {
      env: {
        ...process.env,
        ...environment,
        NODE_ENV: 'production',
        PORT: String(port),
        APP_URL: origin,
      },
      stdio: 'ignore',
    },
  )
  const ended = once(child, 'exit')
  const up = async () => {
    try {
      return (await fetch(`${origin}/api/health/live`)).status > 0
    } catch {
      return false
    }
  }
  await expect.poll(up, { timeout: 30_000 }).toBe(true)
  return {
    origin,
    ask: (path: string, init?: RequestInit) => fetch(`${origin}${path}`, { redirect: 'manual', ...init }),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
