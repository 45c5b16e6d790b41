'use client'

import Search from 'lucide-react/icons/search'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useTransition } from 'react'
import { TextInput } from './text-input'
import { useAskedWords } from './use-asked-words'

interface ListSearchProps {
  /** The list's address. */
  readonly path: string
  /** What the list is narrowed by beside the words. */
  readonly kept?: Readonly<Record<string, string>>
  readonly words: string | undefined
  /** "Search organizations" */
  readonly label: string
  readonly placeholder: string
}

/** Narrows a list as one types; without JavaScript it is a form. */
export function ListSearch({ path, kept = {}, words = '', label, placeholder }: ListSearchProps) {
  const router = useRouter()
  const field = useAskedWords(words)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [pending, startTransition] = useTransition()

  useEffect(() => () => clearTimeout(timer.current), [])

  const search = () => {
    clearTimeout(timer.current)
    const q = field.current?.value.trim() ?? ''
    if (q === words) return
    const query = new URLSearchParams({ ...kept, ...(q && { q }) })
    startTransition(() => router.replace(query.size > 0 ? `${path}?${query}` : path, { scroll: false }))
  }
  // Whatever the page asks by then.
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  const later = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => latest.current(), 250)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    search()
  }
  return (
    <search className="w-full sm:w-72">
      <form action={path} onSubmit={send} aria-busy={pending || undefined}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextInput
          ref={field}
          name="q"
          type="search"
          icon={<Search />}
          defaultValue={words}
          placeholder={placeholder}
          aria-label={label}
          autoComplete="off"
          maxLength={200}
          onInput={later}
        />
      </form>
    </search>
  )
}
