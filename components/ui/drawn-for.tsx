'use client'

import { createContext, type ReactNode, useContext } from 'react'

const Reader = createContext<string | undefined>(undefined)

interface DrawnForProps {
  /** The address of whoever is signed in. */
  readonly reader: string | undefined
  readonly children: ReactNode
}

/** Whom the page was made for, which its forms tell: somebody else may sign in beside it, in the same browser. */
export const DrawnFor = ({ reader, children }: DrawnForProps) => <Reader value={reader}>{children}</Reader>

export function DrawnForField() {
  const reader = useContext(Reader)
  return reader && <input type="hidden" name="drawnFor" value={reader} />
}
