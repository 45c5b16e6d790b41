import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { Glyph } from '@/components/ui/glyph'
import type { Agent } from '@/lib/viewer'
import type { ViewRow } from '@/lib/views/view'
import { bulkPath } from './bulk/places'
import { LiveFeed } from './live/live-feed'
import { ConsoleShell } from './shell'
import { SidebarNav } from './sidebar-nav'
import { SidebarTop } from './sidebar-top'
import { CountsFeed } from './view-count'

interface ConsoleFrameProps {
  readonly agent: Agent
  readonly workspace: string
  readonly savedViews: readonly ViewRow[]
  readonly children: ReactNode
}

const links = [
  { href: '/console/me/figures', label: 'My figures', icon: <Glyph name="chart-column" /> },
  { href: '/console/me', label: 'Preferences', icon: <Glyph name="sliders-horizontal" /> },
  { href: bulkPath, label: 'Bulk changes', icon: <Glyph name="list-checks" /> },
]

const roleWord = { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' } as const

/** The shell with everything in it: for console and admin pages. */
export function ConsoleFrame({ agent, workspace, savedViews, children }: ConsoleFrameProps) {
  return (
    <NuqsAdapter>
      <ConsoleShell
        workspace={workspace}
        accountLinks={links}
        account={{
          name: agent.name,
          email: agent.email,
          role: roleWord[agent.role],
          away: agent.away ?? false,
        }}
        nav={<SidebarNav role={agent.role} savedViews={savedViews} />}
        top={<SidebarTop role={agent.role} savedViews={savedViews} />}
      >
        {children}
      </ConsoleShell>
      <CountsFeed />
      <LiveFeed />
    </NuqsAdapter>
  )
}
