import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/console/frame'
import { requireAgent } from '@/lib/auth/session'
import { consoleChoices } from './choices'

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const agent = await requireAgent()
  const { workspace } = await consoleChoices(agent)
  return (
    <ConsoleFrame agent={agent} workspace={workspace}>
      {children}
    </ConsoleFrame>
  )
}
