let fetched: typeof import('./changes') | undefined

/** What changes rows. Most visits to a list change none: it is fetched when somebody does. */
export const fetchChanges = async () => {
  fetched ??= await import('./changes')
  return fetched
}

/** If it is there already. */
export const fetchedChanges = () => fetched

/** Whoever walks through the rows is about to need it. */
export const fetchAhead = () => void fetchChanges().catch(() => {})
