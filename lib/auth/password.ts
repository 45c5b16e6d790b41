import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { Refused } from '@/lib/errors'

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const shortest = 12
const longest = 1000

/** A password typed into the field with this label, with nothing trimmed. */
export const typedPassword = (label: string) =>
  z
    .string({ error: `${label} is missing` })
    .min(1, `${label} is missing`)
    .max(longest, `${label} is too long, at most ${longest} characters`)

/** Encoded argon2id of a new password. Throws Refused at `field` for one that is easy to guess. */
export async function hashPassword(
  password: string,
  owner: { readonly email: string },
  field = 'password',
): Promise<string> {
  const message = refusal(password, owner.email)
  if (message) throw new Refused(message, field)
  return hash(normal(password), cost)
}

/** Takes the same time with no hash (no such person, or no password) as with one. */
export async function passwordMatches(
  encoded: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(encoded || nobodys, normal(password))
  return matches && Boolean(encoded)
}

/** Whether one is the other, however they were typed. */
export const samePassword = (one: string, other: string) => normal(one) === normal(other)

function refusal(password: string, email: string) {
  const letters = [...normal(password)]
  if (letters.length < shortest)
    return `Use at least ${shortest} characters; a few words make a good password`
  if (password.length > longest) return `Password is too long, at most ${longest} characters`
  if (new Set(letters).size < 5) return 'Use more different characters'
  const known = [email, email.split('@')[0] ?? '', 'deskwell', 'password'].filter((word) => word.length > 3)
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), normal(password).toLowerCase())
  if ([...rest].length < 4) return 'This password is easy to guess; a few words make a good one'
  return undefined
}

/** Keyboards compose accents in different ways; the same password is the same (NIST SP 800-63B, 3.1.1.2). */
const normal = (password: string) => password.normalize('NFKC')

/** A hash at our cost of 32 random bytes that nobody kept. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$N1M3yhEDog0YkRaIUG1ZRA$g7rVawHMRPti+o8sEJnC1A0UdZ682w/NCxNT6+J3WyM'
