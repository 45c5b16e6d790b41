import type { Metadata } from 'next'
import { PreferencesPage } from '@/components/console/me/preferences-page'
import { Clock } from '@/components/ui/clock'
import { ownSessions } from '@/lib/auth/own-sessions'
import { requireAgent } from '@/lib/auth/session'
import { preferencesOf } from '@/lib/preferences/find'
import { timeZones } from '@/lib/time-zone'

export const metadata: Metadata = { title: 'Preferences' }

export default async function Me() {
  const agent = await requireAgent()
  const { name, email, timeZone } = agent
  const [preferences, sessions] = await Promise.all([preferencesOf(agent), ownSessions(agent)])
  return (
    <Clock now={new Date()} timeZone={timeZone}>
      <PreferencesPage
        preferences={preferences}
        sessions={sessions}
        name={name}
        email={email}
        timeZone={timeZone}
        timeZones={timeZones}
      />
    </Clock>
  )
}
