'use client'

import { type ReactNode, useState } from 'react'
import { dayLength } from '@/lib/day-length'
import { absolute, dated, type Moment, millis } from '@/lib/time-words'
import { Button } from './button'
import { useReading, useTicking } from './clock'
import { useDeviceZone } from './device-zone'
import { Field } from './field'
import { Form, type FormAction } from './form'
import { Select } from './select'
import { SubmitButton } from './submit-button'
import { zoneChoices } from './zone-choices'

interface ZoneFormProps {
  readonly action: FormAction
  readonly timeZone: string
  readonly timeZones: readonly string[]
  readonly hint: ReactNode
  /** Of whoever looks: where their device is elsewhere, it is offered. */
  readonly own?: boolean
  /** What else is posted. */
  readonly children?: ReactNode
}

/** By whose clocks somebody reads times, with what these show now. Inside a `Clock`. Works without JavaScript. */
export function ZoneForm({ action, timeZone, timeZones, hint, own = false, children }: ZoneFormProps) {
  const [chosen, choose] = useState(timeZone)
  const { now } = useReading({})
  const shown = useTicking(now, (moment) => dated(moment, moment, chosen))
  const device = useDeviceZone()
  const [said, say] = useState('')
  const turnTo = (zone: string) => {
    choose(zone)
    say(`Clocks there show ${dated(now, now, zone)}.`)
  }
  return (
    <Form action={action} className="flex flex-col gap-3">
      {children}
      <Field name="timeZone" label="Time zone" hint={hint}>
        <Select
          choices={zoneChoices(timeZones, chosen)}
          value={chosen}
          onChange={(event) => turnTo(event.currentTarget.value)}
        />
      </Field>
      <p className="text-fg-muted text-meta in-data-[room=portal]:text-console">Clocks there show {shown}.</p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {own && device && !sameClocks(device, chosen, now) && (
        <p className="flex flex-wrap items-center gap-x-2 text-fg-muted text-meta in-data-[room=portal]:text-console">
          Your device is in {device.replaceAll('_', ' ')}.
          <Button size={28} variant="quiet" onClick={() => turnTo(device)}>
            Use it
          </Button>
        </p>
      )}
      <div>
        <SubmitButton variant="secondary">Change time zone</SubmitButton>
      </div>
    </Form>
  )
}

const halfAYear = 182 * dayLength

/** Whether they show the same, in winter and in summer: places with two names, and neighbours, do. */
const sameClocks = (one: string, other: string, now: Moment) =>
  [millis(now), millis(now) + halfAYear].every((moment) => absolute(moment, one) === absolute(moment, other))
