import AlarmClockCheck from 'lucide-react/icons/alarm-clock-check'
import Bell from 'lucide-react/icons/bell'
import Bookmark from 'lucide-react/icons/bookmark'
import Building from 'lucide-react/icons/building-2'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import ChartColumn from 'lucide-react/icons/chart-column'
import CircleCheckBig from 'lucide-react/icons/circle-check-big'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleUser from 'lucide-react/icons/circle-user'
import Contact from 'lucide-react/icons/contact-round'
import Globe from 'lucide-react/icons/globe'
import Hourglass from 'lucide-react/icons/hourglass'
import Inbox from 'lucide-react/icons/inbox'
import MessageCircleReply from 'lucide-react/icons/message-circle-reply'
import Canned from 'lucide-react/icons/message-square-text'
import Radio from 'lucide-react/icons/radio'
import Settings from 'lucide-react/icons/settings'
import Shapes from 'lucide-react/icons/shapes'
import ShieldAlert from 'lucide-react/icons/shield-alert'
import Siren from 'lucide-react/icons/siren'
import Tag from 'lucide-react/icons/tag'
import Timer from 'lucide-react/icons/timer'
import User from 'lucide-react/icons/user-round'
import Users from 'lucide-react/icons/users-round'
import type { ReactNode } from 'react'
import { type QueueViewId, queueViews } from '@/lib/tickets/views'
import type { Agent } from '@/lib/viewer'
import { scopeWords, type ViewRow, type ViewScope } from '@/lib/views/view'
import { cannedPath } from './canned/places'
import { customersPath } from './customers/places'
import { shortcuts } from './keys'
import type { NavItem } from './nav-row'
import { savedViewHref, viewHref } from './queue/address'
import { teamsPath } from './teams/places'
import { SavedViewCount, ViewCount } from './view-count'

export interface NavSection {
  /** A quiet heading above the items. */
  readonly label: string
  readonly items: readonly NavItem[]
}

/** What the sidebar offers to a member of the staff. */
export function consoleSections(
  role: Agent['role'],
  savedViews: readonly ViewRow[] = [],
): readonly NavSection[] {
  const all = [views, ...(savedViews.length > 0 ? [saved(savedViews)] : []), desk]
  if (role === 'agent') return all
  return role === 'supervisor' ? [...all, reports] : [...all, reports, admin]
}

const icons: Record<QueueViewId, ReactNode> = {
  mine: <CircleUser />,
  unassigned: <CircleDashed />,
  'first-reply': <MessageCircleReply />,
  waiting: <Hourglass />,
  'at-risk': <Timer />,
  breached: <Siren />,
  open: <Inbox />,
  resolved: <CircleCheckBig />,
  spam: <ShieldAlert />,
}

const keys: Partial<Record<QueueViewId, readonly string[]>> = {
  mine: shortcuts.goMine.keys,
  unassigned: shortcuts.goUnassigned.keys,
  breached: shortcuts.goBreached.keys,
  open: shortcuts.goOpen.keys,
}

const views: NavSection = {
  label: 'Tickets',
  items: queueViews.map((view) => ({
    href: viewHref(view),
    label: view.label,
    icon: icons[view.id],
    keys: keys[view.id],
    count: <ViewCount view={view.id} />,
    match: 'query',
  })),
}

const scopeIcons: Record<ViewScope, ReactNode> = {
  personal: <Bookmark />,
  team: <Users />,
  everyone: <Globe />,
}

/** Current also where its filters have been changed since it was opened. */
const saved = (savedViews: readonly ViewRow[]): NavSection => ({
  label: 'Saved views',
  items: savedViews.map(({ uid, name, scope, team }) => ({
    href: savedViewHref(uid),
    label: name,
    icon: scopeIcons[scope],
    title: `${name} · ${scopeWords({ scope, team })}`,
    count: <SavedViewCount uid={uid} />,
    match: 'exact',
  })),
})

const desk: NavSection = {
  label: 'Desk',
  items: [
    {
      href: '/console/notifications',
      label: 'Notifications',
      icon: <Bell />,
      count: <ViewCount view="notifications" />,
      match: 'below',
    },
    { href: customersPath, label: 'Customers', icon: <Contact />, match: 'below' },
    { href: cannedPath, label: 'Canned replies', icon: <Canned />, match: 'below' },
    { href: teamsPath, label: 'Who is here', icon: <Radio />, match: 'below' },
  ],
}

export const reportsPath = '/console/reports'

const reports: NavSection = {
  label: 'Reports',
  items: [
    {
      href: reportsPath,
      label: 'Overview',
      icon: <ChartColumn />,
      keys: shortcuts.goDashboard.keys,
      match: 'below',
    },
  ],
}

const admin: NavSection = {
  label: 'Admin',
  items: [
    { href: '/admin/categories', label: 'Categories', icon: <Shapes />, match: 'below' },
    { href: '/admin/tags', label: 'Tags', icon: <Tag />, match: 'below' },
    { href: '/admin/people', label: 'People', icon: <User />, match: 'below' },
    { href: '/admin/teams', label: 'Teams', icon: <Users />, match: 'below' },
    { href: '/admin/organizations', label: 'Organizations', icon: <Building />, match: 'below' },
    { href: '/admin/sla', label: 'SLA', icon: <AlarmClockCheck />, match: 'below' },
    { href: '/admin/calendars', label: 'Calendars', icon: <CalendarClock />, match: 'below' },
    { href: '/admin/settings', label: 'Settings', icon: <Settings /> },
  ],
}
