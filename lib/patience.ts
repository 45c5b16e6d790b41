/** In milliseconds: the database ends a statement that looks for words for longer; by how far it looks. */
export const patience = { glance: 2_000, near: 10_000, far: 30_000 } as const

/** What whoever looked for them is told then. */
export const tookTooLong = {
  title: 'That took too long',
  advice: 'Use fewer or rarer words.',
} as const
