import { line, optional, prose } from '@/lib/text'
import { uidShape } from '@/lib/uid'

export interface Organization {
  readonly uid: string
  readonly name: string
  /** What agents should know of it. */
  readonly notes: string
  /** How many customers work there. */
  readonly people: number
}

export type NewOrganization = Pick<Organization, 'name' | 'notes'>

/** A customer, as the page of their organization lists them. */
export interface Member {
  readonly uid: string
  readonly name: string
  readonly email: string
  readonly deactivatedAt: Date | null
  /** In which there is still something to do. */
  readonly openTickets: number
}

/** What somebody had before their eyes who changes an organization, to find out whether it is still so. */
export const seen = ({ name, notes }: NewOrganization) => JSON.stringify([name, notes])

export const notesLimit = 5_000

export const organizationName = line('Name', 120)

export const organizationFields = {
  name: organizationName,
  notes: optional(prose('Notes', notesLimit)).transform((notes = '') => notes),
}

export const organizationUid = uidShape('There is no such organization')
