import type { ReactNode } from 'react'
import { Glyph } from '@/components/ui/glyph'
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
import { nowPath } from './wallboards/places'

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
  mine: <Glyph name="circle-user" />,
  unassigned: <Glyph name="circle-dashed" />,
  'first-reply': <Glyph name="message-circle-reply" />,
  waiting: <Glyph name="hourglass" />,
  'at-risk': <Glyph name="timer" />,
  breached: <Glyph name="siren" />,
  open: <Glyph name="inbox" />,
  resolved: <Glyph name="circle-check-big" />,
  spam: <Glyph name="shield-alert" />,
}

const keys: Partial<Record<QueueViewId, readonly string[]>> = {
  mine: shortcuts.goMine.keys,
  unassigned: shortcuts.goUnassigned.keys,
  'at-risk': shortcuts.goBreachingSoon.keys,
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
  personal: <Glyph name="bookmark" />,
  team: <Glyph name="users-round" />,
  everyone: <Glyph name="globe" />,
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
      icon: <Glyph name="bell" />,
      count: <ViewCount view="notifications" />,
      match: 'below',
    },
    { href: customersPath, label: 'Customers', icon: <Glyph name="contact-round" />, match: 'below' },
    { href: cannedPath, label: 'Canned replies', icon: <Glyph name="message-square-text" />, match: 'below' },
    { href: teamsPath, label: 'Availability', icon: <Glyph name="radio" />, match: 'below' },
  ],
}

export const reportsPath = '/console/reports'

const reports: NavSection = {
  label: 'Reports',
  items: [
    { href: nowPath, label: 'Now', icon: <Glyph name="clock" />, match: 'below' },
    {
      href: reportsPath,
      label: 'Overview',
      icon: <Glyph name="chart-column" />,
      keys: shortcuts.goDashboard.keys,
      match: 'below',
    },
  ],
}

const admin: NavSection = {
  label: 'Admin',
  items: [
    { href: '/admin/categories', label: 'Categories', icon: <Glyph name="shapes" />, match: 'below' },
    { href: '/admin/tags', label: 'Tags', icon: <Glyph name="tag" />, match: 'below' },
    { href: '/admin/people', label: 'People', icon: <Glyph name="user-round" />, match: 'below' },
    { href: '/admin/teams', label: 'Teams', icon: <Glyph name="users-round" />, match: 'below' },
    {
      href: '/admin/organizations',
      label: 'Organizations',
      icon: <Glyph name="building-2" />,
      match: 'below',
    },
    { href: '/admin/sla', label: 'SLA', icon: <Glyph name="alarm-clock-check" />, match: 'below' },
    { href: '/admin/calendars', label: 'Calendars', icon: <Glyph name="calendar-clock" />, match: 'below' },
    { href: '/admin/settings', label: 'Settings', icon: <Glyph name="settings" /> },
  ],
}
