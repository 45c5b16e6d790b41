/** A customer, as the list of them shows it. */
export interface CustomerRow {
  readonly uid: string
  readonly name: string
  readonly email: string
  readonly organization: string | null
  readonly deactivatedAt: Date | null
  /** In which there is still something to do. */
  readonly openTickets: number
  /** When something last happened on a ticket of theirs that they can see. */
  readonly activeAt: Date | null
}

/** What agents see of a customer beside their tickets. */
export interface CustomerFacts {
  readonly uid: string
  readonly name: string
  readonly email: string
  readonly timeZone: string
  readonly createdAt: Date
  readonly deactivatedAt: Date | null
  /** Without one they cannot sign in. */
  readonly hasPassword: boolean
  readonly organization: {
    readonly uid: string
    readonly name: string
    /** What agents should know of it. */
    readonly notes: string
  } | null
  readonly openTickets: number
}
