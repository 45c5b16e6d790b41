import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/console/frame'
import { requireAgent } from '@/lib/auth/session'
import { viewList } from '@/lib/views/find'
import { consoleChoices } from './choices'

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const agent = await requireAgent()
  const [{ workspace }, savedViews] = await Promise.all([consoleChoices(agent), viewList(agent)])
  return (
    <ConsoleFrame agent={agent} workspace={workspace} savedViews={savedViews}>
      {children}
    </ConsoleFrame>
  )
}
