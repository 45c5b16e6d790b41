import { useEffect, useRef } from 'react'

/** A field that says what the page was asked for, also when somebody has gone back; unless it is being typed in. */
export function useAskedWords(words: string) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = words
  }, [words])
  return field
}
