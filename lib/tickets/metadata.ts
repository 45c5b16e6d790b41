import { z } from 'zod'

const bytes = 16 * 1024
const depth = 5

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1)))

const json = z.record(z.string(), z.json())

/** Data that a program attaches to a ticket: plain JSON, at most 16 KiB (as UTF-8) and five levels deep, without NUL. */
export const metadata = z
  .unknown()
  // First, because what contains itself has no end.
  .refine((value) => !deeperThan(value, depth), `Metadata is more than ${depth} levels deep`)
  .pipe(
    z.custom<z.output<typeof json>>((value) => json.safeParse(value).success, 'Metadata is not plain JSON'),
  )
  .refine(
    (value) => Object.keys(value).every((key) => key.length <= 100),
    'Metadata has a key of more than 100 characters',
  )
  .refine((value) => Buffer.byteLength(JSON.stringify(value)) <= bytes, 'Metadata is larger than 16 KiB')
  .refine(
    (value) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value)),
    'Metadata contains a character that cannot be stored',
  )
  .transform((value): Readonly<Record<string, Json>> => value)
