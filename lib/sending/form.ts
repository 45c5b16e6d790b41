import { z } from 'zod'
import { uidPattern } from '@/lib/uid'
import { readSight } from './overtaken'

/** What the writer of a reply had seen, as `sightText` writes it. */
export const sight = z
  .string()
  .regex(new RegExp(`^(?:-|${uidPattern})(?: ${uidPattern}){0,100}$`), 'Reload this page: it is out of date')
  .transform(readSight)
