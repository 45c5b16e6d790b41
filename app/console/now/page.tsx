import type { Metadata } from 'next'
import { Now } from '@/components/console/now/now'
import { board } from '@/lib/analytics/now'
import { requireSupervisor } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Now' }

export default async function NowPage() {
  const supervisor = await requireSupervisor()
  return <Now board={await board()} now={new Date()} timeZone={supervisor.timeZone} />
}
