'use client'

import {
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import { toast } from './toast'

interface OnDemandProps<Props extends object> {
  /** Fetches what takes the place of the buttons: the same buttons in the same order, with what they open. */
  readonly load: () => Promise<ComponentType<Props>>
  readonly props: Props
  /** The buttons as they stand there until somebody presses one. */
  readonly children: ReactNode
}

/**
 * Buttons that open something, whose code is fetched when somebody reaches for one. Most visits open nothing: a page is
 * light and awake sooner without all that could be opened on it. The first press goes on to the button that takes the place.
 */
export function OnDemand<Props extends object>({ load, props, children }: OnDemandProps<Props>) {
  const box = useRef<HTMLSpanElement>(null)
  const [Loaded, setLoaded] = useState<ComponentType<Props>>()
  const [pressed, setPressed] = useState<{ readonly at: number; readonly again: Event }>()

  const fetchAhead = () => void load().catch(() => {})
  const press = (event: MouseEvent | KeyboardEvent, again: Event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button) return
    const at = buttonsIn(box.current).indexOf(button)
    setPressed({ at, again })
    load().then(
      (loaded) => setLoaded(() => loaded),
      () => toast('This could not be opened', { failed: true, description: 'Check the connection.' }),
    )
  }
  useEffect(() => {
    if (!Loaded || !pressed) return
    const button = buttonsIn(box.current)[pressed.at]
    button?.focus()
    button?.dispatchEvent(pressed.again)
  }, [Loaded, pressed])

  if (Loaded)
    return (
      <span ref={box} className="contents">
        <Loaded {...props} />
      </span>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed
    <span
      ref={box}
      className="contents"
      onPointerOver={fetchAhead}
      onFocus={fetchAhead}
      onClick={(event) => press(event, new window.MouseEvent('click', event.nativeEvent))}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        press(event, new window.KeyboardEvent('keydown', event.nativeEvent))
      }}
    >
      {children}
    </span>
  )
}

const buttonsIn = (box: HTMLElement | null) => [...(box?.querySelectorAll('button') ?? [])]

/** Of a button that has nothing behind it yet, what its successor says of itself. */
export const opensMenu = { 'aria-haspopup': 'menu', 'aria-expanded': false } as const
export const opensDialog = { 'aria-haspopup': 'dialog', 'aria-expanded': false } as const
export const opensPicker = { role: 'combobox', ...opensDialog } as const
