'use client'

import { type SyntheticEvent, useEffect } from 'react'
import { Glyph } from '@/components/ui/glyph'
import { TextInput } from '@/components/ui/text-input'
import { useAskedWords } from '@/components/ui/use-asked-words'
import { queuePath } from './address'
import { focusSearch, searchId } from './search-place'

interface SearchFieldProps {
  readonly words: string | undefined
  readonly onSearch: (words: string) => void
}

/** A reference or words. Without JavaScript it is a form that asks the whole queue. */
export function SearchField({ words = '', onSearch }: SearchFieldProps) {
  const field = useAskedWords(words)
  useEffect(() => {
    if (location.hash === `#${searchId}`) focusSearch()
  }, [])
  const search = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (field.current) onSearch(field.current.value.trim())
  }
  return (
    <search className="w-full md:w-80">
      <form action={queuePath} onSubmit={search}>
        <TextInput
          ref={field}
          id={searchId}
          name="q"
          type="search"
          size={28}
          icon={<Glyph name="search" />}
          defaultValue={words}
          placeholder="Reference or words"
          aria-label="Search tickets"
          autoComplete="off"
          maxLength={200}
          // The cross that empties the field sends no form.
          onInput={(event) => event.currentTarget.value === '' && words && onSearch('')}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </form>
    </search>
  )
}
