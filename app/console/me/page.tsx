import type { Metadata } from 'next'
import { PreferencesPage } from '@/components/console/me/preferences-page'
import { requireAgent } from '@/lib/auth/session'
import { preferencesOf } from '@/lib/preferences/find'

export const metadata: Metadata = { title: 'Preferences' }

export default async function Me() {
  const agent = await requireAgent()
  return <PreferencesPage preferences={await preferencesOf(agent)} />
}
