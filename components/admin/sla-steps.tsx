'use client'

import Plus from 'lucide-react/icons/plus'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError, hintClass, useFieldParts } from '@/components/ui/field'
import type { Choice } from '@/components/ui/select'
import { mostSteps } from '@/lib/sla/policies/choices'
import { SlaStep } from './sla-step'
import { emptyStep, type StepDraft } from './sla-step-draft'

interface StepsFieldProps {
  readonly steps: readonly StepDraft[]
  readonly people: readonly Choice[]
  readonly teams: readonly Choice[]
}

/** What happens by itself. Steps come and go in the browser, so it keeps what is typed in them. */
export function StepsField({ steps: before, people, teams }: StepsFieldProps) {
  const [steps, setSteps] = useState(() => before.map((step, id) => ({ ...step, id })))
  const next = useRef(before.length)
  const box = useRef<HTMLElement>(null)
  const { id: section, error, errorId } = useFieldParts('steps', undefined)

  const add = () => {
    const id = next.current++
    setSteps([...steps, { ...emptyStep, id }])
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus(),
    )
  }
  const remove = (id: number) => {
    setSteps(steps.filter((step) => step.id !== id))
    box.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  return (
    <section ref={box} id={section} aria-labelledby="steps-title" className="flex flex-col gap-3">
      <div>
        <h2 id="steps-title" className="font-semibold text-message">
          Escalation
        </h2>
        <p className={hintClass}>
          What happens by itself when nobody acts, once for each clock. Breaches and warnings are recorded
          without it.
        </p>
        <FieldError id={errorId} message={error} />
      </div>
      {steps.map(({ id, ...step }, index) => (
        <SlaStep
          key={id}
          index={index}
          step={step}
          people={people}
          teams={teams}
          onChange={(changed) => setSteps(steps.map((one) => (one.id === id ? { ...changed, id } : one)))}
          onRemove={() => remove(id)}
        />
      ))}
      {steps.length < mostSteps && (
        <Button data-add onClick={add} className="self-start">
          <Plus aria-hidden="true" className="size-3.5" />
          Add step
        </Button>
      )}
    </section>
  )
}
