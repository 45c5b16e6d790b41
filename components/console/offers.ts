'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Something to do on this page that has no key. */
export interface Offer {
  /** The same on each page that offers it. */
  readonly id: string
  /** As the button or the menu that does it says it. */
  readonly label: string
  readonly icon?: ReactNode
  readonly act: () => void
}

const offered = new Set<{ readonly current: readonly Offer[] }>()

/** Offers it in the palette, too, while the component is on the page. */
export function useOffers(offers: readonly Offer[]) {
  const latest = useRef(offers)
  useEffect(() => {
    latest.current = offers
  }, [offers])
  useEffect(() => {
    offered.add(latest)
    return () => void offered.delete(latest)
  }, [])
}

/** What is offered here and now. */
export const offersHere = () => [...offered].flatMap(({ current }) => current)
