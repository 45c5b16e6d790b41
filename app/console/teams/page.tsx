import type { Metadata } from 'next'
import { TeamBoard } from '@/components/console/teams/team-board'
import { requireAgent } from '@/lib/auth/session'
import { teamsAtWork } from '@/lib/teams/board'
import { isSupervisor } from '@/lib/viewer'
import { changeAvailability } from './actions'

export const metadata: Metadata = { title: 'Availability' }

export default async function TeamsAtWork() {
  const agent = await requireAgent()
  return (
    <TeamBoard
      teams={await teamsAtWork(agent)}
      you={agent.email}
      away={agent.away ?? false}
      mayChange={isSupervisor(agent)}
      action={changeAvailability}
      now={new Date()}
      timeZone={agent.timeZone}
    />
  )
}
