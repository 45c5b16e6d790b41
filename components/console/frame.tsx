import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import type { Agent } from '@/lib/viewer'
import { ConsoleShell } from './shell'
import { SidebarNav } from './sidebar-nav'
import { SidebarTop } from './sidebar-top'
import { CountsFeed } from './view-count'

interface ConsoleFrameProps {
  readonly agent: Agent
  readonly workspace: string
  readonly children: ReactNode
}

const roleWord = { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' } as const

/** The shell with everything in it: for console and admin pages. */
export function ConsoleFrame({ agent, workspace, children }: ConsoleFrameProps) {
  return (
    <NuqsAdapter>
      <ConsoleShell
        workspace={workspace}
        account={{
          name: agent.name,
          email: agent.email,
          role: roleWord[agent.role],
          away: agent.away ?? false,
        }}
        nav={<SidebarNav role={agent.role} />}
        top={<SidebarTop />}
      >
        {children}
      </ConsoleShell>
      <CountsFeed />
    </NuqsAdapter>
  )
}
