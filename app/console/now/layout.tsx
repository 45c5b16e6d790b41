import type { ReactNode } from 'react'
import { requireSupervisor } from '@/lib/auth/session'

/** Before anything is sent, so that an agent gets a true 404. */
export default async function NowLayout({ children }: { readonly children: ReactNode }) {
  await requireSupervisor()
  return children
}
