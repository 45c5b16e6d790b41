import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CannedDelete } from '@/components/console/canned/canned-delete'
import { CannedFacts } from '@/components/console/canned/canned-facts'
import { CannedForm } from '@/components/console/canned/canned-form'
import { CannedPage } from '@/components/console/canned/canned-page'
import { requireAgent } from '@/lib/auth/session'
import { aroundActions } from '@/lib/canned/around'
import { scopeWord, seen } from '@/lib/canned/canned'
import { cannedByUid } from '@/lib/canned/find'
import { mayChange } from '@/lib/canned/policy'
import { scopesOf } from '@/lib/canned/scopes'
import { Missing } from '@/lib/errors'
import { changeCanned, removeCanned } from '../actions'

export const metadata: Metadata = { title: 'Canned reply' }

export default async function EditCanned({ params }: PageProps<'/console/canned/[canned]'>) {
  const agent = await requireAgent()
  const canned = await cannedByUid(agent, (await params).canned).catch((error: unknown) => {
    if (error instanceof Missing) notFound()
    throw error
  })
  const [scopes, around] = await Promise.all([scopesOf(agent, canned), aroundActions(canned.actions)])
  if (!mayChange(agent, canned))
    return (
      <CannedPage title={canned.name} description={`For: ${scopeWord(canned)}. Supervisors change it.`}>
        <CannedFacts canned={canned} around={around} />
      </CannedPage>
    )
  return (
    <CannedPage title={canned.name}>
      <CannedForm
        action={changeCanned}
        canned={canned}
        scopes={scopes}
        around={around}
        submit="Save canned reply"
      >
        <input type="hidden" name="canned" value={canned.uid} />
        <input type="hidden" name="from" value={seen(canned)} />
      </CannedForm>
      <CannedDelete action={removeCanned} canned={canned} />
    </CannedPage>
  )
}
