import { type Theme, themes } from '@/lib/preferences/choices'

/** The cookie that keeps the choice of whoever is no agent; the server reads it, so the first paint is right without a script. */
export const themeCookie = 'theme'

export const parseTheme = (text: string | undefined): Theme =>
  themes.find((theme) => theme === text) ?? 'system'
