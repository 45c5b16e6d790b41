import { randomUUID } from 'node:crypto'

/** Names this filling-in of a form: sent twice, it counts once. Browsers must not bring back the name of an earlier one. */
export function Submission() {
  return <input type="hidden" name="submission" value={randomUUID()} autoComplete="off" />
}
