import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/console/frame'
import { requireAgent } from '@/lib/auth/session'
import { frameOf } from '@/lib/views/find'

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const agent = await requireAgent()
  return (
    <ConsoleFrame agent={agent} {...(await frameOf(agent))}>
      {children}
    </ConsoleFrame>
  )
}
