'use client'

import { useEffect } from 'react'
import { ForgetQuery } from '@/components/ui/forget-query'
import { forgetDrafts } from '@/components/ui/form-draft'

/** Whoever has signed out leaves nothing that they typed to who signs in next in this tab. Whoever only was signed out finds it again. */
export function ForgetTyped() {
  useEffect(forgetDrafts, [])
  return <ForgetQuery />
}
