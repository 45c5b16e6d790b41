import { Conflict } from '@/lib/errors'
import type { Agent } from '@/lib/viewer'

/**
 * What is written on a page belongs to whoever opened it, by their address. Throws Conflict where somebody else has signed in
 * since, in the same browser.
 */
export function refuseIfAnother({ email }: Pick<Agent, 'email'>, writer: string) {
  if (email !== writer)
    throw new Conflict(`You are signed in as somebody else now. Only ${writer} can keep or send this.`)
}
