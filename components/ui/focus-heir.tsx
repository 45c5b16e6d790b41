'use client'

import { useLayoutEffect } from 'react'

/**
 * Where what has the focus is taken off the page, as a button is that has done its work, the heading of where it was inherits
 * it: what is there now is read from there on, and no key presses what has come into its place.
 */
export function FocusHeir() {
  useLayoutEffect(() => {
    const main = document.getElementById('main')
    if (!main) return
    let focused: Element | undefined
    const onFocus = ({ target }: FocusEvent) => {
      focused = target instanceof Element && main.contains(target) ? target : undefined
    }
    // Some browsers tell of it also where the element itself goes: it is gone by then.
    const onBlur = () =>
      queueMicrotask(() => {
        if (focused?.isConnected && document.activeElement !== focused) focused = undefined
      })
    const removing = new MutationObserver((changes) => {
      const gone = focused
      if (!gone || gone.isConnected) return
      focused = undefined
      if (document.activeElement !== document.body) return
      const removal = changes.find(({ removedNodes }) =>
        [...removedNodes].some((node) => node.contains(gone)),
      )
      if (removal?.target instanceof Element)
        focusOn(placeNamed(changes) ?? heirIn(removal.target, removal.nextSibling, main, changes))
    })
    removing.observe(main, { childList: true, subtree: true })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', onBlur)
    return () => {
      removing.disconnect()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', onBlur)
    }
  }, [])
  return null
}

/** What the address leads to, where that has come just now. */
function placeNamed(changes: readonly MutationRecord[]) {
  const place = document.getElementById(location.hash.slice(1))
  const has = (node: Node) => node.contains(place)
  return place && changes.some(({ addedNodes }) => [...addedNodes].some(has)) ? place : undefined
}

/** A heading that has come into the same place, or the first before what went of the closest part of the page that has one there. */
function heirIn(place: Element, next: Node | null, page: Element, changes: readonly MutationRecord[]) {
  const come = changes.filter(({ target }) => target === place).flatMap(({ addedNodes }) => [...addedNodes])
  for (const node of come) {
    const [heading] = node instanceof Element ? headingsIn(node) : []
    if (heading) return heading
  }
  for (let part: Element | null = place; part && page.contains(part); part = part.parentElement) {
    const before = headingsIn(part).find((heading) =>
      place.contains(heading) ? !next || isBefore(heading, next) : isBefore(heading, place),
    )
    if (before) return before
  }
}

const isBefore = (one: Node, other: Node) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

const headingsIn = (part: Element) => [...part.querySelectorAll<HTMLElement>('h1, h2, h3')]

function focusOn(heir: HTMLElement | undefined) {
  heir?.setAttribute('tabindex', '-1')
  heir?.focus({ preventScroll: true })
}
