'use client'

import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { TextInput } from './text-input'

type PasswordInputProps = Pick<ComponentProps<typeof TextInput>, 'required'> & {
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password, hidden until its button is pressed, and again as soon as it is sent. */
export function PasswordInput(props: PasswordInputProps) {
  const [shown, setShown] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = input.current?.form
    if (!shown || !form) return
    const hide = () => setShown(false)
    form.addEventListener('submit', hide)
    return () => form.removeEventListener('submit', hide)
  }, [shown])
  const Icon = shown ? EyeOff : Eye
  return (
    <span className="relative flex items-center">
      <TextInput
        {...props}
        ref={input}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="pe-10 pointer-coarse:pe-12 [&::-ms-reveal]:hidden"
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-label="Show what is typed"
        onClick={() => setShown(!shown)}
        className="noscript:hidden absolute inset-y-0 end-0 flex w-10 items-center justify-center rounded-control text-fg-muted -outline-offset-2 hover:text-fg pointer-coarse:w-11"
      >
        <Icon aria-hidden="true" className="size-4" />
      </button>
    </span>
  )
}
