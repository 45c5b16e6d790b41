'use client'

import { createContext, useContext } from 'react'
import { useForm } from '@/components/ui/form'

const Places = createContext<ReadonlyMap<number, number> | undefined>(undefined)

/** Where each row was when the form was sent: rows may have come and gone since, and errors are told by place. */
export const SentPlaces = Places.Provider

/** The place of a row in the names of its fields. A row that came later has no errors. */
export function usePlace(key: number, now: number): number | string {
  const sent = useContext(Places)
  return sent ? (sent.get(key) ?? `new${key}`) : now
}

/** Whether the last submission was refused at a field whose name begins so. */
export function useRefusedAt(prefix: string) {
  const { state } = useForm()
  return state.status === 'refused' && Object.keys(state.fields).some((name) => name.startsWith(prefix))
}
