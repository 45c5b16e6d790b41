'use client'

import { useId } from 'react'
import { type Theme, themes } from '@/lib/preferences/choices'
import { Glyph } from './glyph'
import { setLooks, useLook } from './look'
import { parseTheme, themeCookie } from './theme'

export const themeFaces = {
  system: { word: 'System', icon: 'monitor' },
  light: { word: 'Light', icon: 'sun' },
  dark: { word: 'Dark', icon: 'moon' },
} satisfies Record<Theme, unknown>

interface ThemeSwitchProps {
  /** Is told what is chosen. */
  readonly onChoose?: (theme: Theme) => void
}

/** Light, dark, or as the system is. Without JavaScript it is not there, and the system decides. */
export function ThemeSwitch({ onChoose }: ThemeSwitchProps) {
  const name = useId()
  const theme = parseTheme(useLook('theme'))
  return (
    <fieldset className="noscript:hidden flex flex-wrap rounded-control border bg-sunken p-0.5">
      <legend className="sr-only">Theme</legend>
      {themes.map((choice) => {
        const { word, icon } = themeFaces[choice]
        return (
          <label
            key={choice}
            className="flex h-6 flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-chip px-2 text-fg-muted text-meta hover:text-fg has-checked:bg-raised has-checked:text-fg has-checked:ring-1 has-checked:ring-control has-focus-visible:outline-2 has-focus-visible:outline-ring pointer-coarse:h-11"
          >
            <input
              type="radio"
              name={name}
              value={choice}
              checked={theme === choice}
              onChange={() => {
                chooseTheme(choice)
                onChoose?.(choice)
              }}
              className="sr-only"
            />
            <Glyph name={icon} />
            {word}
          </label>
        )
      })}
    </fieldset>
  )
}

/** At once, and kept by this browser. */
export const chooseTheme = (theme: Theme) => {
  setLooks({ theme })
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`
}
