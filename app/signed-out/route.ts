import { cookies } from 'next/headers'
import { parseTheme, themeCookie } from '@/components/ui/theme'
import { nextPath, withNext } from '@/lib/auth/next-path'
import { refusalOf, sentByUs } from '@/lib/auth/same-origin'
import { site } from '@/lib/auth/site'
import { typedTexts } from '@/lib/auth/typed-texts'
import { signedOutPage } from './signed-out-page'

/**
 * A page that asks who is there leads a form here that was posted without scripts after the session had ended. The form is read
 * once more, and what was typed is shown to whoever typed it: nothing is kept, and nobody is asked for.
 */
export async function POST(request: Request) {
  const { origin } = site()
  if (!sentByUs(request, origin)) return new Response(refusalOf(origin), { status: 403 })
  const form = await formOf(request)
  const page = signedOutPage({
    signIn: withNext('/sign-in', nextPath(new URL(request.url).searchParams.get('next'))),
    texts: form && typedTexts(form).slice(0, mostTexts),
    theme: parseTheme((await cookies()).get(themeCookie)?.value),
  })
  return new Response(page, { status: 401, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** More than any form has. */
const mostTexts = 50

/** Some of the longest texts that a form takes. */
const largest = 1_000_000

/** Null: it is too large, or no form. */
async function formOf(request: Request) {
  const size = Number(request.headers.get('content-length') ?? Infinity)
  return size > largest ? null : request.formData().catch(() => null)
}
