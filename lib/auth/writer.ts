import { Conflict } from '@/lib/errors'
import type { Viewer } from '@/lib/viewer'

/**
 * What is written on a page belongs to whoever opened it, by their address. Throws Conflict where somebody else has signed in
 * since, in the same browser.
 */
export function refuseIfAnother({ email }: Pick<Viewer, 'email'>, writer: string) {
  if (email !== writer)
    throw new Conflict(
      `You are signed in as ${email} now. Only ${writer} can send this: reload the page to go on as you are.`,
    )
}
