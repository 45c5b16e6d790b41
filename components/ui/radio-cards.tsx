'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FieldError, hintClass, labelClass, Required, useFieldParts } from './field'

export interface RadioCard {
  readonly value: string
  readonly label: ReactNode
  readonly description?: ReactNode
  /** A last quiet line: "Usually answered within 8 business hours". */
  readonly footnote?: ReactNode
  readonly icon?: ReactNode
}

interface RadioCardsProps {
  readonly name: string
  readonly legend: ReactNode
  readonly hint?: ReactNode
  readonly cards: readonly RadioCard[]
  readonly defaultValue?: string
  readonly required?: boolean
  /** Cards beside each other from 640 px on. */
  readonly columns?: 1 | 2 | 3
}

const grids = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' }

/** One of a few, each with room to say what it means. Native radios, so arrow keys and posting work by themselves. */
export function RadioCards(props: RadioCardsProps) {
  const { name, legend, hint, cards, required = false, columns = 1 } = props
  const { id, error, value, describedBy, hintId, errorId } = useFieldParts(name, hint)
  return (
    <fieldset id={id} aria-describedby={describedBy} className="min-w-0">
      <legend className={clsx('mb-1', labelClass)}>
        {legend}
        {required && <Required />}
      </legend>
      {hint && (
        <p id={hintId} className={clsx('mb-1.5', hintClass)}>
          {hint}
        </p>
      )}
      <div className={clsx('grid gap-2', grids[columns])}>
        {cards.map((card) => (
          <Card
            key={card.value}
            id={`${id}-${card.value}`}
            name={name}
            card={card}
            required={required}
            invalid={error !== undefined}
            checked={(value ?? props.defaultValue) === card.value}
          />
        ))}
      </div>
      <div className="mt-1">
        <FieldError id={errorId} message={error} />
      </div>
    </fieldset>
  )
}

interface CardProps {
  readonly id: string
  readonly name: string
  readonly card: RadioCard
  readonly required: boolean
  readonly invalid: boolean
  readonly checked: boolean
}

function Card({ id, name, card, required, invalid, checked }: CardProps) {
  return (
    <label
      htmlFor={id}
      className={clsx(
        'flex cursor-pointer items-start gap-3 rounded-card border bg-raised px-3.5 py-3 transition-colors duration-quick',
        'hover:border-fg-subtle has-checked:border-accent has-checked:bg-accent-soft',
        'has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2',
        invalid ? 'border-sla-breach-solid' : 'border-border-strong',
      )}
    >
      <input
        id={id}
        type="radio"
        name={name}
        value={card.value}
        defaultChecked={checked}
        required={required}
        aria-labelledby={`${id}-label`}
        aria-describedby={card.description || card.footnote ? `${id}-more` : undefined}
        className="tick mt-1 focus-visible:outline-none"
      />
      <span className="min-w-0 flex-1">
        <span id={`${id}-label`} className="block font-medium text-fg text-message">
          {card.label}
        </span>
        {(card.description || card.footnote) && (
          <span id={`${id}-more`} className="block text-console text-fg-muted">
            {card.description && <span className="block">{card.description}</span>}
            {card.footnote && <span className="mt-1 block text-meta">{card.footnote}</span>}
          </span>
        )}
      </span>
      {card.icon && (
        <span aria-hidden="true" className="text-fg-subtle">
          {card.icon}
        </span>
      )}
    </label>
  )
}
