'use client'

import { useEffect } from 'react'
import { forgetDrafts } from '@/components/console/beside/own-drafts'
import { forgetTrail } from '@/components/console/trail'

/** Somebody else may sign in in this tab. */
export function ForgetTrail() {
  useEffect(() => {
    forgetTrail()
    forgetDrafts()
  }, [])
  return null
}
