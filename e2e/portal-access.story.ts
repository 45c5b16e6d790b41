import { expect } from '@playwright/test'
import { answer } from '@/lib/messages/answer'
import { make, resolve } from '@/lib/support'
import { barriers } from './barriers'
import { newAgent, newCustomer } from './customer'
import { signIn } from './sign-in'
import { test } from './story'

/* States that a visit alone does not show; the pages as such are in accessibility.story.ts. */
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme, on the narrowest phone`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } })

    test('a customer meets no barrier when asked, when done, and when refused', async ({ page }) => {
      const [maria, ana] = [await newCustomer(), await newAgent()]
      const filed = (subject: string) =>
        make()
          .for(maria.id)
          .subject(subject)
          .description('With `code` and a [link](https://a.test).')
          .create()
      const [asked, solved] = [await filed('x'.repeat(190)), await filed('Solved')]
      await answer(ana, asked, { body: '> Which?\n\n- one\n- two', channel: 'agent' }, 'pending')
      await resolve(solved)
      await signIn(page, maria.email)

      for (const { refid } of [asked, solved]) {
        await page.goto(`/tickets/${refid}`)
        expect(await barriers(page)).toEqual([])
      }
      await page.goto('/tickets/new')
      await page.getByRole('button', { name: 'Send request' }).click()
      await expect(page.getByRole('alert').first()).toBeFocused()
      expect(await barriers(page)).toEqual([])
    })
  })
}

test('text of twice the size wraps instead of leaving a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const maria = await newCustomer()
  const { refid } = await make().for(maria.id).subject('Printer').description('On fire').create()
  const wider = async (path: string) => {
    await page.goto(path)
    return page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
      return document.documentElement.scrollWidth - window.innerWidth
    })
  }
  await signIn(page, maria.email)
  for (const path of ['/', '/tickets', '/tickets/new', `/tickets/${refid}`, '/account'])
    expect([path, await wider(path)]).toEqual([path, 0])
})
