import { simulatedDays } from './policies/choices'
import { policyOf } from './policies/form'
import type { WhatIf } from './what-if'

/** What to simulate, or what is wrong with the form that asks, by field. */
export type AskedSimulation =
  | { readonly whatIf: WhatIf; readonly days: number }
  | { readonly fields: Readonly<Record<string, string>> }

/** Reads the form of a simulation: the name of a policy, and what to try of it, in the fields of the policy's own form. */
export function readSimulation(form: FormData): AskedSimulation {
  const posted = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const { policy, problems } = policyOf(posted)
  const days = simulatedDays.find((one) => one === posted('days')[0])
  const fields = Object.fromEntries(problems.map(({ field, message }) => [field, message]))
  if (!days) return { fields: { ...fields, days: 'Choose a period' } }
  if (!policy) return { fields }
  const { name, targets, calendar, pausing } = policy
  return { whatIf: { policy: name, targets, calendar, pausing }, days: Number(days) }
}
