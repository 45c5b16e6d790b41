import type { StaffRole } from '@/lib/people/roles'
import type { Settings } from '@/lib/settings/settings'

/** A company that exists nowhere: it makes rota software for clinics. */
export const company = {
  workspaceName: 'Northlight Rota',
  timeZone: 'Europe/Copenhagen',
} as const satisfies Partial<Settings>

interface Member {
  readonly name: string
  readonly email: string
  readonly role: StaffRole
  readonly timeZone: string
}

export const supervisor = {
  name: 'Marcus Lindqvist',
  email: 'supervisor@demo.test',
  role: 'supervisor',
  timeZone: 'Europe/Stockholm',
} as const satisfies Member

export const admin = {
  name: 'Helen Okafor',
  email: 'admin@demo.test',
  role: 'admin',
  timeZone: 'Europe/Copenhagen',
} as const satisfies Member

/** Priya answers on the demo login; the share is of the queue, and not everybody works full time. */
export const agents = [
  { share: 5, name: 'Priya Raman', email: 'agent@demo.test', role: 'agent', timeZone: 'Europe/Copenhagen' },
  { share: 5, name: 'Jonas Weber', email: 'jonas@northlight.test', role: 'agent', timeZone: 'Europe/Berlin' },
  {
    share: 4,
    name: 'Sofía Castellanos Rivera',
    email: 'sofia@northlight.test',
    role: 'agent',
    timeZone: 'Europe/Madrid',
  },
  { share: 3, name: 'Yuki Tanaka', email: 'yuki@northlight.test', role: 'agent', timeZone: 'Asia/Tokyo' },
  {
    share: 3,
    name: 'Aoife Ní Bhriain',
    email: 'aoife@northlight.test',
    role: 'agent',
    timeZone: 'Europe/Dublin',
  },
  { share: 2, name: 'Kwame Mensah', email: 'kwame@northlight.test', role: 'agent', timeZone: 'Africa/Accra' },
] as const satisfies readonly (Member & { readonly share: number })[]

export const staff: readonly Member[] = [...agents, supervisor, admin]

/** Who answers for what. Everybody is of the first that fits the ticket, of those that they are of. */
export const teams = [
  {
    name: 'First line',
    members: ['agent@demo.test', 'jonas@northlight.test', 'sofia@northlight.test', 'aoife@northlight.test'],
  },
  { name: 'Technical', members: ['jonas@northlight.test', 'yuki@northlight.test', 'kwame@northlight.test'] },
  { name: 'Billing desk', members: ['sofia@northlight.test', 'aoife@northlight.test'] },
] as const satisfies readonly {
  readonly name: string
  readonly members: readonly (typeof agents)[number]['email'][]
}[]

export type TeamName = (typeof teams)[number]['name']

export const categories = [
  {
    slug: 'getting-started',
    name: 'Getting started',
    description: 'Setting up your clinic, inviting colleagues, importing staff lists and the first rota.',
  },
  {
    slug: 'rota-planning',
    name: 'Rota planning',
    description: 'Shifts, swaps, templates, absences, rest rules and everything on the planning board.',
  },
  {
    slug: 'mobile-app',
    name: 'Mobile app',
    description: 'The app for iPhone and Android: notifications, clocking in, offline use.',
  },
  {
    slug: 'integrations',
    name: 'Integrations',
    description: 'Calendar feeds, payroll exports, HR systems, single sign-on and the API.',
  },
  {
    slug: 'billing',
    name: 'Billing and plans',
    description: 'Invoices, payment methods, seats, discounts and changes of plan.',
  },
  {
    slug: 'access-privacy',
    name: 'Access and privacy',
    description: 'Signing in, roles and permissions, audit logs and data protection requests.',
  },
  {
    slug: 'desktop-client',
    name: 'Desktop client',
    description:
      'The old planner for Windows. It is no longer supported; please use the planner in the browser.',
  },
] as const

export type CategorySlug = (typeof categories)[number]['slug']

/** Closed for new tickets since then; what was filed in it before stays. */
export const retiredCategory: CategorySlug = 'desktop-client'
export const retiredDaysAgo = 45
