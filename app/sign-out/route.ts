import { refusalOf, sentByUs } from '@/lib/auth/same-origin'
import { signOut } from '@/lib/auth/sign-out'
import { site } from '@/lib/auth/site'
import { isDatabaseAway } from '@/lib/database-errors'

/** A form posts here, so that signing out works without JavaScript and no link or image can do it. */
export async function POST(request: Request) {
  const { origin } = site()
  if (!sentByUs(request, origin)) return new Response(refusalOf(origin), { status: 403 })
  try {
    await signOut()
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return new Response(stillIn, { status: 503, headers: { 'retry-after': '10' } })
  }
  return new Response(null, { status: 303, headers: { location: '/sign-in?left=1' } })
}

const stillIn =
  'You are still signed in: our database cannot be reached. Go back and try again in a moment.\n'
