import { expect, type Page } from '@playwright/test'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { categorize } from '@/lib/tickets/categorize'
import { file } from '@/lib/tickets/file'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { addresses, filled } from '../surface'
import { newCustomer, newStaff, word } from './people'
import { scripts, withCorpus } from './strings'
import { oneOfEach } from './things'
import { ask, broke, inBatches, origin } from './wire'

const payloads = withCorpus(
  withCorpus(withCorpus(scripts, 'xss/payload_list.json', 150), 'xss/dompurify.json', 40),
  'xss/sanitize_html.json',
  40,
).filter((text) => !text.includes('\0'))

/** As much of them as one message takes, so that a page shows them all. */
const chunks = Array.from({ length: Math.ceil(payloads.length / 25) }, (_, at) =>
  payloads.slice(at * 25, at * 25 + 25).join('\n\n'),
)

/** Shouts when a text becomes a program, or reaches for anything that is not ours. */
async function guard(page: Page, viewerCookie: string) {
  const heard: string[] = []
  const [name = '', value = ''] = viewerCookie.split('=')
  await page.context().addCookies([{ name, value, url: origin }])
  page.on('dialog', async (dialog) => {
    heard.push(`dialog ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) heard.push(`request to ${url}`)
  })
  page.on('pageerror', (error) => heard.push(`error ${error.message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // Not a text: zod asks once whether it may compile, and hears no.
      if (blockedURI === 'eval') return
      Object.assign(window, { violated: `${violatedDirective} ${blockedURI}` })
    })
  })
  return heard
}

/** Elements and attributes that no page of ours has, and addresses that are programs: in what is open, or in a page's HTML. */
const planted = (page: Page, html: string | null = null) =>
  page.evaluate((html) => {
    const root = html === null ? document : new DOMParser().parseFromString(html, 'text/html')
    // React's own word for a form that its script draws: it is never sent that way, and would not run under our policy.
    const ofReact = /^javascript:throw new Error\('(A )?React form (was )?unexpectedly submitted\./
    const odd = [
      ...root.querySelectorAll(
        'iframe, object, embed, base, math, xmp, marquee, frameset, applet, video, audio',
      ),
    ]
    const programs = [...root.querySelectorAll('*')].filter((element) =>
      [...element.attributes].some(
        ({ name, value }) =>
          name.startsWith('on') ||
          name === 'srcdoc' ||
          name === 'formaction' ||
          (/^(href|src|action|xlink:href)$/.test(name) &&
            /^\s*(javascript|vbscript|data:text)/i.test(value) &&
            !(name === 'action' && ofReact.test(value))),
      ),
    )
    const scripts = [...root.scripts].filter(({ nonce, src }) => !nonce && !src)
    const inProse = [
      ...root.querySelectorAll('.prose :is(script, style, form, input, button, img, svg, [style], [id])'),
    ]
    return [...odd, ...programs, ...scripts, ...inProse].map(({ outerHTML }) => outerHTML.slice(0, 200))
  }, html)

async function expectHarmless(page: Page, path: string, heard: readonly string[]) {
  await page.goto(path, { waitUntil: 'load' })
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  expect(await planted(page), path).toEqual([])
  expect(heard, path).toEqual([])
  expect(await page.evaluate(() => Reflect.get(window, 'violated') ?? null), path).toBeNull()
}

async function hostileTicket() {
  const maria = await newCustomer(`</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>`)
  const ana = await newStaff('agent', '"><svg onload=alert(1)> Ana')
  const subject = `${word()} </script><script>alert(1)</script></title><img src=x onerror=alert(1)>`
  const written = { channel: 'agent' } as const
  const ticket = await file(ana, maria, {
    subject,
    description: chunks.join('\n\n').slice(0, 60_000),
    ...written,
  })
  for (const body of chunks) {
    await answer(ana, ticket, { ...written, body })
    await note(ana, ticket, { ...written, body })
  }
  await categorize(ana, { ...ticket, status: 'open', categoryId: null }, 'billing')
  return { maria, ana, ticket, subject }
}

test('hostile texts stay texts where customers read them', async ({ page }) => {
  const { maria, ticket, subject } = await hostileTicket()
  const heard = await guard(page, await cookieOf(maria))
  for (const path of [
    '/',
    '/tickets',
    `/tickets/${ticket.refid}`,
    '/account',
    `/tickets?q=${encodeURIComponent('</script><script>alert(1)</script>')}`,
  ])
    await expectHarmless(page, path, heard)
  await page.goto(`/tickets/${ticket.refid}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
})

test('hostile texts stay texts where the staff reads them, in queue, ticket and history', async ({
  page,
}) => {
  const { ana, ticket, subject } = await hostileTicket()
  const heard = await guard(page, await cookieOf(ana))
  const q = encodeURIComponent('"><script>alert(1)</script>')
  for (const path of [
    `/console/tickets?q=${ticket.refid}`,
    `/console/tickets/${ticket.refid}?all=1`,
    `/console/tickets?q=${q}&category=${q}&assignee=${q}&sort=${q}&status=${q}`,
    `/console/search?q=${subject.split(' ')[0]}`,
  ])
    await expectHarmless(page, path, heard)
  await page.goto(`/console/tickets/${ticket.refid}`)
  await page.getByText('History').first().click()
  expect(await planted(page)).toEqual([])
  expect(heard).toEqual([])
  expect(await page.title()).toContain(subject.slice(0, 40))

  await page.keyboard.press('Control+k')
  await page.keyboard.type(ticket.refid)
  await expect(page.getByRole('option', { name: subject })).toBeVisible()
  expect(await planted(page)).toEqual([])
  expect(heard).toEqual([])
})

test('hostile texts stay texts in the HTML of every page there is, whoever opens it', async ({ page }) => {
  const hostile = '</script><img src=x onerror=alert(1)>'
  const { maria, ana, boss, ticket, fillings } = await oneOfEach(hostile)
  const q = encodeURIComponent(hostile)
  const here = addresses
    .filter(({ kind }) => kind === 'page')
    .flatMap(({ pattern }) => filled(pattern, fillings))
  const paths = [
    ...here,
    ...here.map((path) => `${path}?q=${q}&sort=${q}&saved=${q}&period=${q}&tag=${q}&view=${q}`),
    `/console/search?q=${ticket.refid}`,
    `/console/search?q=onerror`,
    `/console/customers?q=${maria.email}`,
    `/console/tickets?q=${ticket.refid}`,
  ]
  const cookies = await Promise.all([maria, ana, boss].map(cookieOf))
  const asked = paths.flatMap((path) => cookies.map((cookie) => ({ path, cookie })))
  const answers = await inBatches(asked, 6, async ({ path, cookie }) => ({
    path,
    ...(await ask(path, { cookie })),
  }))
  const shown = answers.filter(({ text }) => text.includes('&lt;img src=x onerror=alert(1)&gt;'))
  expect(new Set(shown.map(({ path }) => path)).size).toBeGreaterThan(30)
  for (const answer of answers) {
    expect(broke(answer), answer.path).toBe(false)
    expect(await planted(page, answer.text), answer.path).toEqual([])
  }
})

test('what an address says is nowhere a program', async ({ page }) => {
  const heard = await guard(page, await cookieOf(await newCustomer()))
  for (const payload of scripts.slice(0, 4)) {
    const text = encodeURIComponent(payload)
    for (const path of [`/tickets?q=${text}&page=${text}`, `/tickets/${text}`, `/${text}`])
      await expectHarmless(page, path, heard)
  }
  await page.context().clearCookies()
  for (const payload of scripts.slice(0, 2))
    await expectHarmless(
      page,
      `/sign-in?next=${encodeURIComponent(payload)}&error=${encodeURIComponent(payload)}`,
      heard,
    )
})
