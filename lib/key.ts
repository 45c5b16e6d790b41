/** A key as a program gives it. What can be none (NaN, 1.5, -1) is nobody's, as 0 is: the database is not asked in words it refuses. */
export const key = (given: number) => (Number.isSafeInteger(given) && given > 0 ? given : 0)
