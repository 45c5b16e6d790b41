import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { Request } from '@/components/portal/request'
import { ThreadSkeleton } from '@/components/portal/skeletons'
import { Arriving } from '@/components/ui/arriving'
import { Clock } from '@/components/ui/clock'
import { requireCustomer } from '@/lib/auth/session'
import { Missing } from '@/lib/errors'
import { ownThread } from '@/lib/portal/find'
import { readRefid } from '@/lib/tickets/refid'

/** Once per request, for the title and for the page. */
const threadOf = cache(async (refid: string) => {
  const customer = await requireCustomer()
  try {
    return await ownThread(customer, readRefid(refid) ?? '')
  } catch (error) {
    if (error instanceof Missing) notFound()
    throw error
  }
})

export async function generateMetadata({ params }: PageProps<'/tickets/[refid]'>): Promise<Metadata> {
  const { ticket } = await threadOf((await params).refid)
  return { title: `${ticket.subject} · ${ticket.refid}` }
}

export default async function RequestPage({ params, searchParams }: PageProps<'/tickets/[refid]'>) {
  const { timeZone } = await requireCustomer()
  const { refid } = await params
  const justFiled = (await searchParams).filed !== undefined
  return (
    <div className="mx-auto max-w-portal">
      <Arriving fallback={<ThreadSkeleton />}>
        <OwnRequest refid={refid} justFiled={justFiled} timeZone={timeZone} />
      </Arriving>
    </div>
  )
}

interface OwnRequestProps {
  readonly refid: string
  readonly justFiled: boolean
  readonly timeZone: string
}

async function OwnRequest({ refid, justFiled, timeZone }: OwnRequestProps) {
  const thread = await threadOf(refid)
  if (thread.ticket.mergedInto) redirect(`/tickets/${thread.ticket.mergedInto}`)
  const now = new Date()
  return (
    <Clock now={now} timeZone={timeZone}>
      <Request {...thread} justFiled={justFiled} now={now} timeZone={timeZone} />
    </Clock>
  )
}
