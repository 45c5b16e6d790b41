export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** The cookie that keeps the choice; the server reads it, so the first paint is right without a script. */
export const themeCookie = 'theme'

export const parseTheme = (text: string | undefined): Theme =>
  themes.find((theme) => theme === text) ?? 'system'
