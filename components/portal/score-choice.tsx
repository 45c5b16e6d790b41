'use client'

import { FieldError, labelClass, Required, useFieldParts } from '@/components/ui/field'
import { scores, scoreWord } from '@/lib/portal/words'

/** One to five beside each other, each with its word. Native radios: arrow keys and posting work by themselves. */
export function ScoreChoice({ legend, given }: { readonly legend: string; readonly given?: number }) {
  const { id, error, value, describedBy, errorId } = useFieldParts('score', undefined)
  const chosen = value ?? String(given ?? '')
  return (
    <fieldset id={id} aria-describedby={describedBy} className="min-w-0">
      <legend className={`mb-1.5 ${labelClass}`}>
        {legend}
        <Required />
      </legend>
      <div className="grid gap-1.5 sm:grid-cols-5">
        {scores.map((score) => (
          <label
            key={score}
            htmlFor={`${id}-${score}`}
            className={`flex min-h-11 cursor-pointer items-center gap-2.5 rounded-control border ${error ? 'border-sla-breach-solid' : 'border-border-strong'} bg-raised px-3 py-1.5 text-message transition-colors duration-quick hover:border-fg-subtle has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2 sm:flex-col sm:gap-0 sm:py-2.5 sm:text-center`}
          >
            <input
              id={`${id}-${score}`}
              type="radio"
              name="score"
              value={score}
              defaultChecked={chosen === score}
              required
              className="tick focus-visible:outline-none sm:mb-1.5"
            />
            <span className="font-semibold text-portal">{score}</span>
            <span className="text-console text-fg-muted">{scoreWord[score]}</span>
          </label>
        ))}
      </div>
      <div className="mt-1">
        <FieldError id={errorId} message={error} />
      </div>
    </fieldset>
  )
}
