'use client'

import { useEffect, useRef, useState } from 'react'
import { useForm } from '@/components/ui/form'
import { RadioCards } from '@/components/ui/radio-cards'
import { type Aim, aimOf } from '@/lib/portal/promise'
import { impacts, impactWord } from '@/lib/portal/words'

/** How much a problem stops the customer, with what we aim for then: in the category that is chosen above. */
export function ImpactCards({ aims }: { readonly aims: readonly Aim[] }) {
  const box = useRef<HTMLDivElement>(null)
  const { state } = useForm()
  // Without JavaScript the page comes back with what was chosen.
  const [category, setCategory] = useState(state.status === 'refused' ? state.values.category : undefined)
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const read = ({ target }: Partial<Event> = {}) => {
      if (!(target instanceof HTMLTextAreaElement)) setCategory(chosenIn(form))
    }
    read()
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [])
  return (
    <div ref={box}>
      <RadioCards
        name="impact"
        legend="How much does this stop you?"
        required
        cards={impacts.map((impact) => ({
          value: impact,
          label: impactWord[impact],
          description: aimOf(impact, category, aims),
        }))}
      />
    </div>
  )
}

const chosenIn = (form: HTMLFormElement) => new FormData(form).get('category')?.toString()
