import { z } from 'zod'

const bytes = 16 * 1024
const depth = 5

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1)))

/** Data that a program attaches to a ticket: plain JSON, at most 16 KiB and five levels deep, without NUL. */
export const metadata = z
  .record(z.string().max(100), z.json())
  .refine((value) => !deeperThan(value, depth), `is more than ${depth} levels deep`)
  .refine((value) => JSON.stringify(value).length <= bytes, 'is larger than 16 KiB')
  .refine(
    (value) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value)),
    'contains a character that cannot be stored',
  )
  .transform((value): Readonly<Record<string, Json>> => value)
