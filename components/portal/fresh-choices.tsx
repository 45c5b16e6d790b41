'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useForm } from '@/components/ui/form'

/** After a choice was refused the page shows what is on offer now: what was chosen may not be any more. */
export function FreshChoices({ of }: { readonly of: string }) {
  const router = useRouter()
  const { state } = useForm()
  useEffect(() => {
    if (state.status === 'refused' && state.fields[of]) router.refresh()
  }, [state, of, router])
  return null
}
