/** What Next gives an `error.tsx`. */
export interface Failure {
  readonly error: unknown
  readonly retry: () => void
}

/** Ties what the reader sees to what the server wrote down. */
export const requestOf = ({ error }: Pick<Failure, 'error'>) =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
