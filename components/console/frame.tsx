import type { ReactNode } from 'react'
import type { Agent } from '@/lib/viewer'
import type { ViewRow } from '@/lib/views/view'
import { ConsoleShell } from './shell'

interface ConsoleFrameProps {
  readonly agent: Agent
  readonly workspace: string
  readonly savedViews: readonly ViewRow[]
  readonly children: ReactNode
}

/** What is around console and admin pages. The browser is told no more of the agent than it shows. */
export function ConsoleFrame({ agent, ...rest }: ConsoleFrameProps) {
  const { name, email, role, away = false } = agent
  return <ConsoleShell {...rest} agent={{ name, email, role, away }} />
}
