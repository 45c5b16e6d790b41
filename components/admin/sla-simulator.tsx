'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { type Choice, Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PolicyRow } from '@/lib/sla/policies/policy-row'
import { pausingStatuses } from '@/lib/sla/policies/shape'
import type { Simulation } from '@/lib/sla/simulate'
import { statusWord } from '@/lib/tickets/ticket'
import { runSimulation } from './run-simulation'
import { CheckGroup } from './sla-check-group'
import { SimulationResult } from './sla-simulation-result'
import { TargetsField } from './sla-targets'

interface SimulatorProps {
  readonly policies: readonly (Pick<PolicyRow, 'uid' | 'name' | 'targets' | 'pausing'> & {
    /** Its uid; empty: around the clock. */
    readonly calendar: string
  })[]
  readonly calendars: readonly Choice[]
}

const periods = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
]

export function Simulator({ policies, calendars }: SimulatorProps) {
  const [name, setName] = useState(policies[0]?.name ?? '')
  const policy = policies.find((one) => one.name === name)
  const [calendar, setCalendar] = useState(policy?.calendar ?? '')
  const [share, setShare] = useState<number>()
  const [result, setResult] = useState<Simulation>()
  if (!policy) return null
  const choose = (chosen: string) => {
    setName(chosen)
    setCalendar(policies.find((one) => one.name === chosen)?.calendar ?? '')
    setResult(undefined)
  }
  return (
    <Form
      action={async (_, form) => {
        setResult(undefined)
        setShare(0)
        return runSimulation(form, { progress: setShare, result: setResult }).finally(() =>
          setShare(undefined),
        )
      }}
      onDone={() => {}}
      className="flex flex-col gap-6"
    >
      <noscript>
        <p className="text-fg-muted">A simulation needs JavaScript.</p>
      </noscript>
      <Field name="name" label="Policy" className="sm:max-w-80">
        <Select
          value={name}
          onChange={(event) => choose(event.target.value)}
          choices={policies.map((one) => ({ value: one.name, label: one.name }))}
        />
      </Field>
      <Field name="calendar" label="Calendar" className="sm:max-w-80">
        <Select
          value={calendar}
          onChange={(event) => setCalendar(event.target.value)}
          placeholder="Around the clock"
          choices={calendars}
        />
      </Field>
      <TargetsField
        key={`targets of ${policy.uid}`}
        promised={policy.targets}
        calendar={calendars.find(({ value }) => value === calendar)?.label}
      />
      <CheckGroup
        key={`pauses of ${policy.uid}`}
        name="pausing"
        legend="The resolution clock stands still while"
        choices={pausingStatuses.map((status) => ({ value: status, label: statusWord[status] }))}
        checked={policy.pausing}
      />
      <Field name="days" label="Tickets filed in the last" className="sm:max-w-40">
        <Select defaultValue="90" choices={periods} />
      </Field>
      <div className="flex items-center gap-3">
        <SubmitButton>Run</SubmitButton>
        {share !== undefined && (
          <progress value={share} aria-label="Replayed" className="h-1.5 w-48 accent-accent" />
        )}
      </div>
      {result && <SimulationResult result={result} />}
    </Form>
  )
}
