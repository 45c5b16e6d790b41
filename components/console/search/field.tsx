'use client'

import Search from 'lucide-react/icons/search'
import { useRouter } from 'next/navigation'
import { type SyntheticEvent, useEffect, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { useAskedWords } from '@/components/ui/use-asked-words'
import { focusSearch, searchId, searchPath } from '../queue/search-place'
import { searchAddress } from './address'

interface SearchFieldProps {
  readonly q: string
  /** What describes its problems. */
  readonly problemsId: string | undefined
}

/** Without JavaScript it is a form that asks for the same address. */
export function SearchField({ q, problemsId }: SearchFieldProps) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const field = useAskedWords(q)
  useEffect(() => {
    if (!q || location.hash === `#${searchId}`) focusSearch()
  }, [q])
  const search = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = field.current?.value.trim() ?? ''
    startTransition(() => router.push(searchAddress({ q: words })))
  }
  return (
    <search>
      <form action={searchPath} onSubmit={search} className="flex gap-2">
        <TextInput
          ref={field}
          id={searchId}
          name="q"
          type="search"
          size={40}
          icon={<Search />}
          defaultValue={q}
          placeholder="Words, a reference, a customer, is:open, assignee:me …"
          aria-label="Search tickets"
          aria-invalid={problemsId ? true : undefined}
          aria-describedby={problemsId}
          autoComplete="off"
          spellCheck={false}
          className="flex-1"
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Button type="submit" variant="primary" size={40} aria-busy={pending || undefined}>
          Search
        </Button>
      </form>
    </search>
  )
}
