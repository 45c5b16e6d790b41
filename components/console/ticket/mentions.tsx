'use client'

import clsx from 'clsx'
import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import type { Colleague } from '@/lib/people/person'
import { type Calling, callingAt, namesLike } from './calling'

interface Offer {
  readonly calling: Calling
  readonly people: readonly Colleague[]
  readonly active: number
  /** Where the field is, for the list stands on it. */
  readonly place: { readonly left: number; readonly bottom: number }
}

/**
 * Offers colleagues while a name is typed behind an `@` in the field of the form around it. The field keeps the focus: it
 * is a combobox while there is something to choose (ARIA's pattern), and a field again afterwards.
 */
export function Mentions() {
  const mark = useRef<HTMLSpanElement>(null)
  const list = useId()
  const [offer, setOffer] = useState<Offer | null>(null)

  const look = useEffectEvent(async () => {
    const field = fieldOf(mark)
    const calling = field && callingAt(field.value, field.selectionStart)
    if (!field || !calling) return setOffer(null)
    const everybody = await colleagues()
    // What was typed while they were asked for counts.
    const now = callingAt(field.value, field.selectionStart)
    const people = now ? namesLike(everybody, now.words) : []
    if (!now || people.length === 0 || document.activeElement !== field) return setOffer(null)
    const { left, top } = field.getBoundingClientRect()
    setOffer({ calling: now, people, active: 0, place: { left, bottom: window.innerHeight - top + 4 } })
  })
  const choose = (person: Colleague | undefined) => {
    const field = fieldOf(mark)
    if (!field || !offer || !person) return
    field.setSelectionRange(offer.calling.start, field.selectionStart)
    // As if it were typed: the browser can undo it, and the draft hears of it.
    document.execCommand('insertText', false, `@${person.name} `)
    setOffer(null)
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!offer || event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      const count = offer.people.length
      setOffer({ ...offer, active: (offer.active + step + count) % count })
    } else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
      choose(offer.people[offer.active])
    else if (event.key === 'Escape') setOffer(null)
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
    if (!field || !offer) return
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

  return (
    <span ref={mark}>
      {offer && (
        <ul
          id={list}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the popup of a combobox is a listbox
          role="listbox"
          aria-label="Colleagues"
          style={offer.place}
          className="floating fixed z-40 w-64 max-w-[calc(100vw-2rem)] p-1"
        >
          {offer.people.map((person, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
            <li
              key={person.email}
              id={`${list}-${place}`}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the listbox
              role="option"
              aria-selected={place === offer.active}
              // The field would lose the focus, and the list would go before the press is one.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              className={clsx(
                'flex min-h-7 cursor-default select-none items-center gap-2 rounded-chip px-2 py-1 text-console pointer-coarse:min-h-11',
                place === offer.active && 'bg-hover',
              )}
            >
              <Avatar name={person.name} size={20} />
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {person.name}
              </span>
            </li>
          ))}
        </ul>
      )}
    </span>
  )
}

const fieldOf = (mark: RefObject<HTMLElement | null>) =>
  mark.current?.closest('form')?.querySelector('textarea') ?? null

let asked: Promise<readonly Colleague[]> | undefined

/** Once per page; after a failure again with the next letter. */
const colleagues = () => {
  asked ??= fetch('/api/console/colleagues')
    .then((answer): Promise<readonly Colleague[]> | readonly Colleague[] => (answer.ok ? answer.json() : []))
    .catch(() => {
      asked = undefined
      return []
    })
  return asked
}
