export interface Organization {
  readonly uid: string
  readonly name: string
  /** What agents should know of it. */
  readonly notes: string
  /** How many customers work there. */
  readonly people: number
}

export type NewOrganization = Pick<Organization, 'name' | 'notes'>

/** What somebody had before their eyes who changes an organization, to find out whether it is still so. */
export const seen = ({ name, notes }: NewOrganization) => JSON.stringify([name, notes])
