'use client'

import clsx from 'clsx'
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { Calling } from './calling'

interface OffersProps<Item> {
  /** Names the list. */
  readonly label: string
  /** What is being typed that the list answers. */
  readonly callingAt: (text: string, caret: number) => Calling | null
  /** Everything that there is, asked for when the list is called up; null: nobody could say. */
  readonly all: () => Promise<readonly Item[] | null>
  /** What of it these words mean, the likeliest first. */
  readonly meant: (items: readonly Item[], words: string) => readonly Item[]
  readonly keyOf: (item: Item) => string
  /** Puts it in the place of what was typed. */
  readonly onChoose: (item: Item, field: HTMLTextAreaElement, calling: Calling) => void
  /** What stands there where there is nothing at all. */
  readonly nothing?: ReactNode
  readonly className: string
  /** How an item looks in the list. */
  readonly children: (item: Item) => ReactNode
}

/** Where the list is, in pixels of the window. */
interface Place {
  readonly left: number
  readonly top?: number
  readonly bottom?: number
  readonly maxHeight: number
}

interface Offer<Item> {
  readonly calling: Calling
  readonly items: readonly Item[]
  readonly active: number
  readonly place: Place
}

/**
 * Offers what is being called up in the field of the form around it. The field keeps the focus: it is a combobox while
 * there is something to choose (ARIA's pattern), and a field again afterwards. Esc leaves what was typed, and is the end of it.
 */
export function Offers<Item>(props: OffersProps<Item>) {
  const { label, callingAt, all, meant, keyOf, onChoose, nothing, className, children } = props
  const mark = useRef<HTMLSpanElement>(null)
  const list = useId()
  const [offer, setOffer] = useState<Offer<Item> | null>(null)
  const asked = useRef<Promise<readonly Item[] | null>>(undefined)
  /** Where a list was closed by Esc. */
  const declined = useRef<number>(undefined)

  const look = useEffectEvent(async () => {
    const field = fieldOf(mark)
    const calling = field && callingAt(field.value, field.selectionStart)
    if (!field || calling?.start !== declined.current) declined.current = undefined
    if (!field || !calling || declined.current !== undefined) {
      asked.current = undefined
      return setOffer(null)
    }
    asked.current ??= all()
    const everything = await asked.current
    if (!everything) {
      asked.current = undefined
      return setOffer(null)
    }
    // What was typed, or declined, while they were asked for counts.
    const now = declined.current === undefined ? callingAt(field.value, field.selectionStart) : null
    const items = now ? meant(everything, now.words) : []
    const empty = nothing !== undefined && everything.length === 0 && now?.words === ''
    if (!now || (items.length === 0 && !empty) || document.activeElement !== field) return setOffer(null)
    setOffer({ calling: now, items, active: 0, place: placeAt(field) })
  })
  const choose = (item: Item | undefined) => {
    const field = fieldOf(mark)
    if (!field || !offer || item === undefined) return
    asked.current = undefined
    setOffer(null)
    onChoose(item, field, offer.calling)
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!offer || event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const count = offer.items.length
    if (event.key === 'Escape') {
      declined.current = offer.calling.start
      setOffer(null)
    } else if (count === 0) return
    else if (step !== undefined) setOffer({ ...offer, active: (offer.active + step + count) % count })
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
      choose(offer.items[offer.active])
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const field = fieldOf(mark)
    if (!field) return
    const input = () => void look()
    const key = (event: KeyboardEvent) => press(event)
    const leave = () => setOffer(null)
    field.addEventListener('input', input)
    field.addEventListener('click', input)
    field.addEventListener('keydown', key)
    field.addEventListener('blur', leave)
    return () => {
      field.removeEventListener('input', input)
      field.removeEventListener('click', input)
      field.removeEventListener('keydown', key)
      field.removeEventListener('blur', leave)
    }
  }, [])
  useEffect(() => {
    const field = fieldOf(mark)
    if (!field || !offer || offer.items.length === 0) return
    document.getElementById(`${list}-${offer.active}`)?.scrollIntoView({ block: 'nearest' })
    const said = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'true',
      'aria-controls': list,
      'aria-activedescendant': `${list}-${offer.active}`,
    }
    for (const [name, value] of Object.entries(said)) field.setAttribute(name, value)
    return () => {
      for (const name of Object.keys(said)) field.removeAttribute(name)
    }
  }, [offer, list])

  const box = clsx('floating fixed z-40 max-w-[calc(100vw-2rem)] p-1', className)
  return (
    <span ref={mark}>
      {offer && offer.items.length === 0 && (
        <div role="status" style={offer.place} className={box}>
          <p className="px-2 py-1 text-console text-fg-muted">{nothing}</p>
        </div>
      )}
      {offer && offer.items.length > 0 && (
        <ul
          id={list}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the popup of a combobox is a listbox
          role="listbox"
          aria-label={label}
          style={offer.place}
          className={clsx(box, 'overflow-y-auto')}
        >
          {offer.items.map((item, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
            <li
              key={keyOf(item)}
              id={`${list}-${place}`}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the listbox
              role="option"
              aria-selected={place === offer.active}
              // The field would lose the focus, and the list would go before the press is one.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(item)}
              className={clsx(
                'flex min-h-7 cursor-default select-none items-center gap-2 rounded-chip px-2 py-1 text-console pointer-coarse:min-h-11',
                place === offer.active && 'bg-hover',
              )}
            >
              {children(item)}
            </li>
          ))}
        </ul>
      )}
    </span>
  )
}

const fieldOf = (mark: RefObject<HTMLElement | null>) =>
  mark.current?.closest('form')?.querySelector('textarea') ?? null

/** It stands on the field; below it where there is too little room above, and more below. */
function placeAt(field: HTMLElement): Place {
  const { left, top, bottom } = field.getBoundingClientRect()
  const { innerHeight } = window
  const [above, below] = [top - 8, innerHeight - bottom - 8]
  return above >= fewLines || above >= below
    ? { left, bottom: innerHeight - top + 4, maxHeight: Math.min(innerHeight / 2, above) }
    : { left, top: bottom + 4, maxHeight: Math.min(innerHeight / 2, below) }
}

/** Pixels of a list that one can still choose from. */
const fewLines = 160
