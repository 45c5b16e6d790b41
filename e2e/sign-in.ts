import type { Page } from '@playwright/test'
import { demoPassword } from '@/lib/auth/demo-password'

/** Signs in as a person would; leaves the page where they land. */
export async function signIn(page: Page, email: string, password = demoPassword) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
