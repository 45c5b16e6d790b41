import { z } from 'zod'
import { readSight } from './overtaken'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** What the writer of a reply had seen, as `sightText` writes it. */
export const sight = z
  .string()
  .regex(new RegExp(`^(?:-|${uuid})(?: ${uuid}){0,100}$`), 'Reload this page: it is out of date')
  .transform(readSight)
