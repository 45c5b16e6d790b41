import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { demoPassword } from '@/lib/auth/demo-password'
import { openSession } from '@/lib/auth/sessions'
import { cookieName, sign } from '@/lib/auth/token'
import { viewerColumns } from '@/lib/people/viewer-columns'
import { inTransaction } from '@/lib/transaction'
import type { Viewer } from '@/lib/viewer'

/** Signs in as a person would; leaves the page where they land. */
export async function signIn(page: Page, email: string, password = demoPassword) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Gives the browser a session as signing in does; for stories that begin behind it. */
export async function comeIn(page: Page, email: string) {
  const [viewer] = await db.select(viewerColumns).from(people).where(eq(people.email, email))
  if (!viewer) throw new Error(`nobody has the address ${email}`)
  const [name = '', value = ''] = (await cookieOf(viewer)).split('=')
  await page
    .context()
    .addCookies([{ name, value, url: process.env.APP_URL, httpOnly: true, sameSite: 'Lax' }])
}

/** The cookie of a new session: as after signing in, without counting against anybody's attempts. */
export async function cookieOf(viewer: Viewer) {
  const secret = await inTransaction((tx) =>
    openSession(tx, viewer, { address: '127.0.0.1', userAgent: 'e2e' }),
  )
  return `${cookieName()}=${sign(secret)}`
}
