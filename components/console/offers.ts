'use client'

import { type ReactNode, useEffect, useEffectEvent } from 'react'

/** Something to do on this page that has no key. */
export interface Offer {
  /** The same on each page that offers it. */
  readonly id: string
  /** As the button or the menu that does it says it. */
  readonly label: string
  readonly icon?: ReactNode
  readonly act: () => void
}

const asked = new Set<() => readonly Offer[]>()

/** Offers it in the palette, too, while the component is on the page. */
export function useOffers(offers: readonly Offer[]) {
  const offered = useEffectEvent(() => offers)
  useEffect(() => {
    const ask = () => offered()
    asked.add(ask)
    return () => void asked.delete(ask)
  }, [])
}

/** What is offered here and now. */
export const offersHere = () => [...asked].flatMap((ask) => ask())
