/** What can be promised. */
export const targets = ['first_response', 'next_response', 'resolution'] as const
export type Target = (typeof targets)[number]

export const targetWord = {
  first_response: 'First response',
  next_response: 'Next response',
  resolution: 'Resolution',
} as const satisfies Record<Target, string>
