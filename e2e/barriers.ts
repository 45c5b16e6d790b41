import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const themes = ['light', 'dark'] as const

/** What keeps somebody from using the page as it is on the screen: rules of axe, and what sticks out sideways. */
export async function barriers(page: Page, rules?: string[]) {
  // No page has frames, and what is well needs no report: without looking for either axe needs a quarter of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return wider > 0 ? [...found, `the page is ${wider} px too wide`] : found
}

/** The same in both themes at each width. Themes differ in colours alone, so that is what is asked again in the dark. */
export async function barriersEverywhere(page: Page, widths: readonly number[]) {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      // Colours that are still on their way are nobody's.
      await page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      )
      const here = await barriers(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)
      found.push(...here.map((barrier) => `${colorScheme}, ${width} px: ${barrier}`))
    }
  }
  return found
}
