import { z } from 'zod'

const refusal = (typed: string) => {
  if (typed === '') return 'E-mail address is missing'
  if (typed.length > 254) return 'E-mail address is too long, at most 254 characters'
  // Before lower-casing: the Kelvin sign, for one, would become an ordinary k, and one person two.
  if (!/^[!-~]+$/.test(typed)) return 'Use only plain letters, digits and signs in the e-mail address'
  if (!z.email().safeParse(typed).success) return 'Enter an e-mail address like ana@example.com'
  return undefined
}

/** One address, in the one way we write it: trimmed, ASCII, lower case. */
export const emailAddress = z
  .string({ error: 'E-mail address is missing' })
  .transform((typed) => typed.trim())
  .superRefine((typed, context) => {
    const message = refusal(typed)
    if (message) context.addIssue({ code: 'custom', message })
  })
  .transform((typed) => typed.toLowerCase())

/** All spellings that many providers deliver to one mailbox: without dots and `+tag`. For counting, not for writing to. */
export function mailbox(email: string) {
  const at = email.lastIndexOf('@')
  const name = email.slice(0, at).replace(/\+.*$/, '').replaceAll('.', '')
  return `${name}${email.slice(at)}`
}
