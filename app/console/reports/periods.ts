export const periods = [7, 30, 90] as const
export type Period = (typeof periods)[number]

/** Days to report on, from an address; what is not offered is the usual month. */
export const periodIn = (days: string | readonly string[] | undefined): Period =>
  periods.find((period) => String(period) === days) ?? 30
