/** What changes rows. Most visits to a list change none: it is fetched when somebody does. */
export const fetchChanges = () => import('./changes')

/** Whoever walks through the rows is about to need it. */
export const fetchAhead = () => void fetchChanges().catch(() => {})
