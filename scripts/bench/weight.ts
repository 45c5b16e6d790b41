import { chromium, type Page } from '@playwright/test'
import { browserArguments, browserPath } from '@/e2e/browser'
import type { Ask } from './load'

/**
 * How much JavaScript a browser fetches for a page that has never been there, in kilobytes as they are sent: to show it and
 * wake it up, and until it is at rest, with what comes early so that it is there when it is wanted.
 */
export async function scriptWeight(origin: string, { path, headers }: Pick<Ask, 'path' | 'headers'>) {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArguments })
  try {
    const context = await browser.newContext()
    const [name = '', value = ''] = headers?.cookie?.split(/=(.*)/s) ?? []
    if (name) await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    const fetched = await watchScripts(page)
    await page.goto(origin + path, { waitUntil: 'load' })
    await page.waitForTimeout(awake)
    const first = fetched()
    await page.waitForTimeout(rest)
    const all = fetched()
    return { scripts: first.count, scriptKb: first.kb, scriptsAtRest: all.count, scriptKbAtRest: all.kb }
  } finally {
    await browser.close()
  }
}

// In milliseconds. What a page fetches early it fetches two seconds after it has woken up.
const awake = 1_000
const rest = 4_000

/** Counts bodies, without headers, as the network carries them. */
async function watchScripts(page: Page) {
  const network = await page.context().newCDPSession(page)
  const bytes = new Map<string, number>()
  network.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Script') bytes.set(requestId, 0)
  })
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const before = bytes.get(requestId)
    if (before !== undefined) bytes.set(requestId, before + encodedDataLength)
  })
  await network.send('Network.enable')
  return () => {
    const sum = [...bytes.values()].reduce((sum, one) => sum + one, 0)
    return { count: bytes.size, kb: Number((sum / 1000).toFixed(1)) }
  }
}
