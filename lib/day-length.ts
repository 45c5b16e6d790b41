/** In milliseconds: a day in UTC, or one on which no clock is changed. */
export const dayLength = 86_400_000
