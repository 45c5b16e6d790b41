import { z } from 'zod'

/** How PostgreSQL writes the public name of a row, and a browser that of what it submits; to stand within another pattern. */
export const uidPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const whole = new RegExp(`^${uidPattern}$`)

/** The public name of a row, from a form. PostgreSQL would call another text an error. */
export const uidShape = (refusal = 'There is nothing of this name') => z.string(refusal).regex(whole, refusal)

/** Whether a text can be the public name of a row: what an address says may be anything. */
export const isUid = (text: string) => whole.test(text)
