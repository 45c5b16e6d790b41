'use client'

import { useEffect, useRef, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/button'
import { CheckGroup } from '@/components/ui/check-group'
import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { type Choice, Select } from '@/components/ui/select'
import { idle } from '@/lib/form-state'
import { pausingStatuses, simulatedDays } from '@/lib/sla/policies/choices'
import type { PolicyRow } from '@/lib/sla/policies/policy-row'
import type { Simulation } from '@/lib/sla/simulate'
import { statusWord } from '@/lib/tickets/ticket'
import { beginSimulation, hearSimulation } from './run-simulation'
import { SimulationResult } from './sla-simulation-result'
import { TargetsField } from './sla-targets'

interface SimulatorProps {
  readonly policies: readonly (Pick<PolicyRow, 'uid' | 'name' | 'targets' | 'pausing'> & {
    /** Its uid; empty: around the clock. */
    readonly calendar: string
  })[]
  readonly calendars: readonly Choice[]
}

const periods = simulatedDays.map((days) => ({
  value: days,
  label: days === '365' ? 'A year' : `${days} days`,
}))

interface Run {
  /** While it runs: of the tickets, from 0 to 1. */
  readonly share?: number
  readonly result?: Simulation
  readonly failed?: true
}

export function Simulator({ policies, calendars }: SimulatorProps) {
  const [name, setName] = useState(policies[0]?.name ?? '')
  const policy = policies.find((one) => one.name === name)
  const [calendar, setCalendar] = useState(policy?.calendar ?? '')
  const [run, setRun] = useState<Run>({})
  const running = useRef<AbortController>(undefined)
  // Nobody would see what comes of it.
  useEffect(() => () => running.current?.abort(), [])
  if (!policy) return null
  const choose = (chosen: string) => {
    setName(chosen)
    setCalendar(policies.find((one) => one.name === chosen)?.calendar ?? '')
    running.current?.abort()
    setRun({})
  }
  const begin: FormAction = async (_, form) => {
    const ending = new AbortController()
    running.current?.abort()
    running.current = ending
    const begun = await beginSimulation(form, ending.signal)
    if ('refused' in begun) return begun.refused
    // Not awaited: React keeps whoever wants to leave the page until an action has ended.
    void follow(begun.told, ending)
    return idle
  }
  const follow = async (told: ReadableStream<Uint8Array>, ending: AbortController) => {
    const show = (now: Run) => {
      if (running.current === ending) setRun(now)
    }
    show({ share: 0 })
    try {
      show({ result: await hearSimulation(told, (share) => show({ share })) })
    } catch {
      show(ending.signal.aborted ? {} : { failed: true })
    }
  }
  return (
    <Form action={begin} className="flex flex-col gap-6">
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
        <RunButton running={run.share !== undefined} />
        {run.share !== undefined && (
          <>
            <progress value={run.share} aria-label="Replayed" className="h-1.5 w-48 min-w-0 accent-accent" />
            <Button variant="quiet" onClick={() => running.current?.abort()}>
              Stop
            </Button>
          </>
        )}
      </div>
      {run.failed && (
        <Notice tone="bad" live>
          The simulation broke off: the connection or the server failed. Run it again in a moment.
        </Notice>
      )}
      {run.result && <SimulationResult result={run.result} />}
    </Form>
  )
}

/** Busy while the form is on its way and while it is simulated. */
function RunButton({ running }: { readonly running: boolean }) {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" variant="primary" pending={pending || running}>
      Run
    </Button>
  )
}
