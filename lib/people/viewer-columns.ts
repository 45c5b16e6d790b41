import { people } from '@/db/schema'

/** Of a person, what makes a viewer. */
export const viewerColumns = {
  id: people.id,
  role: people.role,
  name: people.name,
  email: people.email,
  timeZone: people.timeZone,
}
