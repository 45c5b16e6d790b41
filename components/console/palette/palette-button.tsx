'use client'

import { useRouter } from 'next/navigation'
import { type ComponentType, type MouseEvent, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { closeDrawer } from '@/components/ui/drawer'
import { Glyph } from '@/components/ui/glyph'
import { toast } from '@/components/ui/toast'
import { mayLeave } from '@/components/ui/unsaved'
import type { Agent } from '@/lib/viewer'
import type { ViewRow } from '@/lib/views/view'
import { useSavedViews } from '../counts'
import { withKey } from '../keys'
import { possibleShortcuts, runShortcut, useShortcuts } from '../use-shortcuts'
import type { Entry, Sight } from './entries'
import type { PaletteProps } from './palette'

export interface PaletteButtonProps extends Pick<Agent, 'role'> {
  readonly savedViews: readonly ViewRow[]
}

/** The button and the key of the palette, whose code comes when the page is at rest. */
export function PaletteButton({ role, savedViews }: PaletteButtonProps) {
  const router = useRouter()
  const views = useSavedViews(savedViews)
  const [Palette, setPalette] = useState<ComponentType<PaletteProps>>()
  /** What was typed before the palette was there. */
  const [early, setEarly] = useState('')
  const [opened, setOpened] = useState<{ readonly sight: Sight; readonly from: HTMLElement | null }>()

  useEffect(() => {
    // Early enough to be there when the connection is not.
    const timer = setTimeout(
      () =>
        loaded().then(
          (it) => setPalette(() => it),
          () => {},
        ),
      2_000,
    )
    return () => clearTimeout(timer)
  }, [])

  const open = () => {
    setOpened({ sight: lookAround(), from: focused() })
    setEarly('')
    loaded().then(
      (it) => setPalette(() => it),
      () => {
        setOpened(undefined)
        toast('The palette could not be loaded', { failed: true, description: 'Check the connection.' })
      },
    )
  }
  useShortcuts({ palette: open })
  const press = (event: MouseEvent) => {
    closeDrawer(event.currentTarget)
    open()
  }
  const closed = (picked?: Entry) => {
    flushSync(() => setOpened(undefined))
    // Where one was is where the action happens; and what it opens must find the palette gone.
    queueMicrotask(() => {
      opened?.from?.focus()
      if (!picked) return
      if ('href' in picked.does) {
        if (mayLeave()) router.push(picked.does.href)
      } else if ('act' in picked.does) picked.does.act()
      else if (!runShortcut(picked.does.shortcut)) toast('This cannot be done any more', { failed: true })
    })
  }
  return (
    <>
      <Button
        variant="quiet"
        square
        aria-label="Command palette"
        aria-keyshortcuts="Control+K Meta+K"
        title={withKey('Command palette', 'palette')}
        className="noscript:hidden"
        onClick={press}
      >
        <Glyph name="command" className="size-4" />
      </Button>
      {opened && !Palette && (
        <input
          ref={focusNow}
          aria-label="Command palette"
          className="sr-only"
          value={early}
          onChange={(event) => setEarly(event.currentTarget.value)}
        />
      )}
      {opened && Palette && (
        <Palette role={role} savedViews={views} sight={opened.sight} early={early} onClosed={closed} />
      )}
    </>
  )
}

const loaded = async () => (await import('./palette')).Palette

const focusNow = (field: HTMLElement | null) => field?.focus()

const focused = () => (document.activeElement instanceof HTMLElement ? document.activeElement : null)

const lookAround = (): Sight => ({
  possible: possibleShortcuts(),
  refid: focused()?.dataset.row ?? /\/tickets\/(SUP-\w+)$/.exec(location.pathname)?.[1],
})
