'use client'

import type { KeyboardEvent, ReactNode } from 'react'

const steps: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface RovingProps {
  readonly className?: string
  readonly children: ReactNode
}

/** Links in rows and columns (`spot`) that are one stop of the Tab key: within, the arrow keys lead to the next in their direction, Home and End to the ends of the row. */
export function Roving({ className, children }: RovingProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside have the focus; their keys are heard here
    <div className={className} onKeyDown={move}>
      {children}
    </div>
  )
}

function move(event: KeyboardEvent<HTMLElement>) {
  const here = event.target
  if (!isSpot(here) || event.ctrlKey || event.metaKey || event.altKey) return
  const next = nextOf(
    here,
    [...event.currentTarget.querySelectorAll('[data-column]')].filter(isSpot),
    event.key,
  )
  if (next === undefined) return
  event.preventDefault()
  here.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

type Spot = (HTMLElement | SVGElement) & {
  readonly dataset: { readonly column: string; readonly row: string }
}

const isSpot = (one: EventTarget): one is Spot =>
  (one instanceof HTMLElement || one instanceof SVGElement) && one.dataset.column !== undefined

/** Not every place has a link: those without are passed over. Undefined: the key leads nowhere. */
function nextOf(here: Spot, all: readonly Spot[], key: string): Spot | undefined {
  const [column, row] = [Number(here.dataset.column), Number(here.dataset.row)]
  const away = (one: Spot) => [Number(one.dataset.column) - column, Number(one.dataset.row) - row] as const
  const inRow = all.filter((one) => away(one)[1] === 0).sort((one, other) => away(one)[0] - away(other)[0])
  if (key === 'Home') return inRow[0]
  if (key === 'End') return inRow.at(-1)
  const [across, down] = steps[key] ?? [0, 0]
  if (across !== 0) return (across > 0 ? inRow : inRow.toReversed()).find((one) => away(one)[0] * across > 0)
  if (down === 0) return undefined
  // The nearest row first, and in it the nearest column.
  return all
    .filter((one) => away(one)[1] * down > 0)
    .sort((one, other) => distance(away(one)) - distance(away(other)))[0]
}

const distance = ([across, down]: readonly [number, number]) => Math.abs(down) * 1000 + Math.abs(across)
