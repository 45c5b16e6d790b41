import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/console/frame'
import { Clock } from '@/components/ui/clock'
import { requireAdmin } from '@/lib/auth/session'
import { frameOf } from '@/lib/views/find'

export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const admin = await requireAdmin()
  return (
    <ConsoleFrame agent={admin} {...(await frameOf(admin))}>
      <Clock now={new Date()} timeZone={admin.timeZone}>
        <div className="mx-auto w-full max-w-wide px-4 py-4 lg:px-6">{children}</div>
      </Clock>
    </ConsoleFrame>
  )
}
