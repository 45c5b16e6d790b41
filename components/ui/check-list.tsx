'use client'

import clsx from 'clsx'
import Search from 'lucide-react/icons/search'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Checkbox } from './checkbox'
import { FieldError, hintClass, labelClass, useFieldParts } from './field'
import { TextInput } from './text-input'

export interface CheckListChoice {
  readonly value: string
  readonly label: string
  /** A quiet second line: an address. */
  readonly hint?: string
}

interface CheckListProps {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  /** What is searched for: "Search people". */
  readonly searchLabel: string
  readonly choices: readonly CheckListChoice[]
  /** The values to begin with; these stand first. */
  readonly checked: readonly string[]
}

/**
 * Any of many: words narrow the list, arrow keys walk it, and what is out of sight stays as it is. Posted once for each that
 * is checked; without JavaScript it is the whole list.
 */
export function CheckList({ name, legend, hint, searchLabel, choices, checked }: CheckListProps) {
  const { id, error, list, describedBy, hintId, errorId } = useFieldParts(name, hint)
  const box = useRef<HTMLFieldSetElement>(null)
  const [words, setWords] = useState('')
  const [begun] = useState(list ?? checked)
  const [count, setCount] = useState(begun.length)
  const [ordered] = useState(() => [
    ...choices.filter(({ value }) => begun.includes(value)),
    ...choices.filter(({ value }) => !begun.includes(value)),
  ])
  const shown = new Set(choices.filter(fitting(words)).map(({ value }) => value))

  const tally = () => setCount(box.current?.querySelectorAll('input[type=checkbox]:checked').length ?? 0)
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    const boxes = [...(box.current?.querySelectorAll<HTMLInputElement>('li:not([hidden]) input') ?? [])]
    const to = target(event, boxes)
    if (event.key === 'Enter' && event.currentTarget.type === 'search') event.preventDefault()
    if (!to) return
    event.preventDefault()
    to.focus()
  }
  return (
    <fieldset ref={box} id={id} aria-describedby={describedBy} onChange={tally} className="min-w-0">
      <legend className={clsx('mb-0.5', labelClass)}>{legend}</legend>
      {hint && (
        <p id={hintId} className={clsx('mb-1.5', hintClass)}>
          {hint}
        </p>
      )}
      <div className="rounded-control border border-control bg-raised">
        <div className="noscript:hidden border-b p-1.5">
          <TextInput
            type="search"
            size={28}
            icon={<Search />}
            aria-label={searchLabel}
            placeholder={searchLabel}
            autoComplete="off"
            maxLength={100}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={walk}
          />
        </div>
        <ul className="max-h-64 overflow-y-auto overscroll-contain px-2 py-1">
          {ordered.map(({ value, label, hint: more }) => (
            <li key={value} hidden={!shown.has(value)}>
              <Checkbox
                name={name}
                value={value}
                label={label}
                hint={more}
                defaultChecked={begun.includes(value)}
                onKeyDown={walk}
                className="w-full py-0.5 wrap-anywhere"
              />
            </li>
          ))}
          {shown.size === 0 && <li className="px-1 py-2 text-fg-muted">Nothing matches.</li>}
        </ul>
        <p role="status" className="border-t px-3 py-1.5 text-fg-muted text-meta">
          {count} of {choices.length} chosen
          {words.trim() !== '' && `, ${shown.size} shown`}
        </p>
      </div>
      <div className="mt-1">
        <FieldError id={errorId} message={error} />
      </div>
    </fieldset>
  )
}

/** Each word somewhere in label or hint, in whatever case. */
const fitting = (text: string) => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return ({ label, hint = '' }: CheckListChoice) => {
    const spelled = `${label} ${hint}`.toLowerCase()
    return words.every((word) => spelled.includes(word))
  }
}

/** Where a key leads: from the search field into the list, and through it. */
function target(event: KeyboardEvent<HTMLInputElement>, boxes: readonly HTMLInputElement[]) {
  const place = boxes.indexOf(event.currentTarget)
  if (place < 0) return event.key === 'ArrowDown' || event.key === 'Enter' ? boxes[0] : undefined
  switch (event.key) {
    case 'ArrowDown':
      return boxes[place + 1]
    case 'ArrowUp':
      return boxes[place - 1]
    case 'Home':
      return boxes[0]
    case 'End':
      return boxes.at(-1)
    default:
      return undefined
  }
}
