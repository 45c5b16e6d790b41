'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { letShortcutsGo } from '../use-shortcuts'

/** Goes off a ticket, once its keys are held: they are let go with the page that comes, and where none comes. */
export function useGoing() {
  const router = useRouter()
  const [going, startGoing] = useTransition()
  useEffect(() => {
    if (!going) letShortcutsGo()
  }, [going])
  return (href: string) => startGoing(() => router.push(href))
}
