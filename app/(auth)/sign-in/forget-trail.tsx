'use client'

import { useEffect } from 'react'
import { forgetTrail } from '@/components/console/trail'

/** Somebody else may sign in in this tab. */
export function ForgetTrail() {
  useEffect(forgetTrail, [])
  return null
}
