import type { Metadata } from 'next'
import { CannedForm } from '@/components/console/canned/canned-form'
import { CannedPage } from '@/components/console/canned/canned-page'
import { requireAgent } from '@/lib/auth/session'
import { aroundActions } from '@/lib/canned/around'
import { scopesOf } from '@/lib/canned/scopes'
import { addCanned } from '../actions'

export const metadata: Metadata = { title: 'New canned reply' }

const empty = { name: '', shortcut: null, body: '', actions: [], scope: 'personal' } as const

export default async function NewCanned() {
  const agent = await requireAgent()
  const [scopes, around] = await Promise.all([scopesOf(agent), aroundActions([])])
  return (
    <CannedPage title="New canned reply">
      <CannedForm
        action={addCanned}
        canned={empty}
        scopes={scopes}
        around={around}
        submit="Add canned reply"
      />
    </CannedPage>
  )
}
