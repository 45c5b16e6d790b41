import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/console/frame'
import { Clock } from '@/components/ui/clock'
import { requireAdmin } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import { viewList } from '@/lib/views/find'

export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const admin = await requireAdmin()
  const [{ workspaceName }, savedViews] = await Promise.all([currentSettings(), viewList(admin)])
  return (
    <ConsoleFrame agent={admin} workspace={workspaceName} savedViews={savedViews}>
      <Clock now={new Date()} timeZone={admin.timeZone}>
        <div className="mx-auto w-full max-w-wide px-4 py-4 lg:px-6">{children}</div>
      </Clock>
    </ConsoleFrame>
  )
}
