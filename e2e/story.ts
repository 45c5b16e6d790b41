import { test as base } from '@playwright/test'

/** A story leaves no page open: what a page hears and asks would go on beside all the stories that follow. */
export const test = base.extend<{ readonly closed: undefined }>({
  closed: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})
