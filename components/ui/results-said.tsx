interface ResultsSaidProps {
  /** What was asked: of another question the same answer is said, too. */
  readonly asked: string | undefined
  /** Null: nothing was asked, or it is not known. */
  readonly count: number | null
  /** There are more on other pages. */
  readonly paged?: boolean
}

/** How much has come in answer, for whoever does not see it. It is there before as well, or nobody would be told. */
export const ResultsSaid = ({ asked, count, paged = false }: ResultsSaidProps) => (
  <p role="status" className="sr-only">
    {count !== null && (
      <span key={asked}>
        {resultsInWords(count)}
        {paged && ' on this page'}
      </span>
    )}
  </p>
)

export const resultsInWords = (count: number) => {
  if (count === 0) return 'No results'
  return count === 1 ? '1 result' : `${count} results`
}
