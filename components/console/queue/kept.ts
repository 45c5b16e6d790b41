/** How close the rows stand. */
export type Density = 'comfortable' | 'compact'

// Cookies, so that the server draws the right rows and columns at once.
export const densityCookie = 'density'
export const columnsCookie = 'queue-columns'

export const parseDensity = (text: string | undefined): Density =>
  text === 'compact' ? 'compact' : 'comfortable'
