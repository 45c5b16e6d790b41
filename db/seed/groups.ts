import { createOrganization } from '@/lib/organizations/create'
import { organizationList } from '@/lib/organizations/find'
import { joinOrganization } from '@/lib/organizations/join'
import { createTeam } from '@/lib/teams/create'
import { teamList } from '@/lib/teams/find'
import { system } from '@/lib/viewer'
import { teams } from './company'
import { clinicNames, customer, customers, other, vipClinics } from './customers'

/** The teams of the staff, and for which clinic each customer works. Does only what is not done yet. */
export async function group() {
  const there = await teamsByName()
  for (const team of teams) if (!there.has(team.name)) await createTeam(system, team)
  const clinics = new Map((await organizationList(system)).map(({ name, uid }) => [name, uid]))
  await Promise.all(
    clinicNames.map(async (name) => {
      const uid = clinics.get(name) ?? (await createOrganization(system, { name, notes: notesOn(name) })).uid
      // Who is in it already is left alone.
      for (const { email, clinic } of [customer, other, ...customers])
        if (clinic === name) await joinOrganization(system, email, uid)
    }),
  )
}

const notesOn = (clinic: string) =>
  vipClinics.includes(clinic)
    ? 'On the largest plan: tag their tickets vip, and tell Marcus when something is late.'
    : ''

/** Their uids. */
export const teamsByName = async () => new Map((await teamList(system)).map(({ name, uid }) => [name, uid]))
