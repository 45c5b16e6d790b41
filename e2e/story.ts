import { test as base } from '@playwright/test'

/**
 * A story leaves nothing behind: what an open page hears and asks would go on beside all the stories that follow, and an answer
 * that is still held back would end as an error of none of them.
 */
export const test = base.extend<{ readonly closed: undefined }>({
  closed: [
    async ({ browser, context }, use) => {
      await use(undefined)
      const pages = browser.contexts().flatMap((one) => one.pages())
      await Promise.all(pages.map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
      const others = browser.contexts().filter((one) => one !== context)
      await Promise.all(others.map((one) => one.close()))
    },
    { auto: true },
  ],
})
