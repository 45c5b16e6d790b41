import { existsSync } from 'node:fs'

/** Where browsers are looked for, in this order; each answers with a path or with nothing. */
interface Places {
  readonly chosen: string | undefined
  readonly playwrights: () => string
  readonly onSystem: readonly string[]
  readonly fromNpm: () => Promise<string>
  readonly exists: (path: string) => boolean
}

const onSystem = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** No test may fail for want of a browser download: the last resort came with the packages. */
export async function findBrowser({ chosen, playwrights, onSystem, fromNpm, exists }: Places) {
  if (chosen) {
    if (!exists(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file`)
    return chosen
  }
  return [playwrights(), ...onSystem].find(exists) ?? fromNpm()
}

export const browserPath = async () => {
  const { chromium } = await import('@playwright/test')
  return findBrowser({
    chosen: process.env.CHROMIUM_PATH,
    playwrights: () => chromium.executablePath(),
    onSystem,
    // Unpacks into the temporary folder, a few seconds the first time.
    fromNpm: async () => (await import('@sparticuz/chromium')).default.executablePath(),
    exists: existsSync,
  })
}

export const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]
