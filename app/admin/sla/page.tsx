import type { Metadata } from 'next'
import { SlaMove } from '@/components/admin/sla-move'
import { SlaPolicyCard } from '@/components/admin/sla-policy-card'
import { RetiredPolicies } from '@/components/admin/sla-retired'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireAdmin } from '@/lib/auth/session'
import { policyList } from '@/lib/sla/policies/find'
import { asksNothing } from '@/lib/sla/policies/words'
import { placePolicy } from './actions'

export const metadata: Metadata = { title: 'SLA' }

export default async function Policies({ searchParams }: PageProps<'/admin/sla'>) {
  const all = await policyList(await requireAdmin())
  const { saved, retired } = await searchParams
  const policies = all.filter(({ retiredAt }) => !retiredAt)
  const movable = policies.filter(({ fallback }) => !fallback).length
  const catchAll = policies.findIndex(asksNothing)
  const written = all.find(({ uid }) => uid === (saved ?? retired))
  return (
    <div className="flex max-w-200 flex-col gap-4">
      <PageHeader
        title="SLA"
        description="What customers are promised. A ticket is held to the first of these policies that is for it."
        actions={
          <>
            <LinkButton href="/admin/sla/simulate">What if?</LinkButton>
            <LinkButton href="/admin/sla/new" variant="primary">
              New policy
            </LinkButton>
          </>
        }
      />
      {written && (
        <Notice tone="good" live>
          “{written.name}” is {written.retiredAt ? 'retired' : 'saved'}. Open tickets get their deadlines
          within moments.
        </Notice>
      )}
      <ol className="flex flex-col gap-3">
        {policies.map((policy, index) => (
          <SlaPolicyCard
            key={policy.uid}
            policy={policy}
            place={index + 1}
            unreached={catchAll >= 0 && index > catchAll}
          >
            {!policy.fallback && (
              <SlaMove
                action={placePolicy}
                policy={{ uid: policy.uid, name: policy.name }}
                place={index + 1}
                last={index === movable - 1}
              />
            )}
          </SlaPolicyCard>
        ))}
      </ol>
      <RetiredPolicies policies={all.filter(({ retiredAt }) => retiredAt)} />
    </div>
  )
}
