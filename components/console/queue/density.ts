export type Density = 'comfortable' | 'compact'

/** The cookie that keeps the choice, so that the server draws rows of the right height at once. */
export const densityCookie = 'density'

export const parseDensity = (text: string | undefined): Density =>
  text === 'compact' ? 'compact' : 'comfortable'
