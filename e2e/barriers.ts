import type { Page } from '@playwright/test'
import axe from 'axe-core'

const themes = ['light', 'dark'] as const

/** What keeps somebody from using the page as it is on the screen: rules of axe, and what sticks out sideways. */
export async function barriers(page: Page, rules?: string[]) {
  // It is large, and stays in the document until that is left.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({ resultTypes: ['violations'], ...(runOnly && { runOnly }) })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  }, rules)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return wider > 0 ? [...found, `the page is ${wider} px too wide`] : found
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
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
