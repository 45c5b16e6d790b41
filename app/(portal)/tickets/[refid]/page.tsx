import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { Request } from '@/components/portal/request'
import { ThreadSkeleton } from '@/components/portal/skeletons'
import { Arriving } from '@/components/ui/arriving'
import { Clock } from '@/components/ui/clock'
import { currentViewer, requireCustomer } from '@/lib/auth/session'
import { Missing } from '@/lib/errors'
import { isJoined } from '@/lib/portal/find'
import { ownThread } from '@/lib/portal/thread'
import { readRefid } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'

/** Agents come here by a link that a customer has sent them: they read the ticket in the console. */
async function customerOf(refid: string) {
  const viewer = await currentViewer()
  const known = readRefid(refid)
  if (viewer && isAgent(viewer) && known) redirect(`/console/tickets/${known}`)
  return requireCustomer()
}

/** Once per request, for the title and for the page. */
const threadOf = cache(async (refid: string, before?: string) => {
  const customer = await customerOf(refid)
  try {
    return await ownThread(customer, readRefid(refid) ?? '', before)
  } catch (error) {
    if (error instanceof Missing) notFound()
    throw error
  }
})

export async function generateMetadata(props: PageProps<'/tickets/[refid]'>): Promise<Metadata> {
  const { refid, before } = await asked(props)
  const { ticket } = await threadOf(refid, before)
  return { title: `${ticket.subject} · ${ticket.refid}` }
}

export default async function RequestPage(props: PageProps<'/tickets/[refid]'>) {
  const { refid } = await props.params
  const { timeZone } = await customerOf(refid)
  return (
    <div className="mx-auto max-w-portal">
      <Arriving fallback={<ThreadSkeleton />}>
        <OwnRequest {...(await asked(props))} timeZone={timeZone} />
      </Arriving>
    </div>
  )
}

async function asked({ params, searchParams }: PageProps<'/tickets/[refid]'>) {
  const [{ refid }, { before, filed, from }] = await Promise.all([params, searchParams])
  return {
    refid,
    before: [before].flat()[0],
    justFiled: filed !== undefined,
    from: readRefid([from].flat()[0] ?? ''),
  }
}

interface OwnRequestProps {
  readonly refid: string
  /** The page of the thread: what was said before this message. */
  readonly before: string | undefined
  readonly justFiled: boolean
  /** The reference that has led here, as one that went into this one does. */
  readonly from: string | null
  readonly timeZone: string
}

async function OwnRequest({ refid, before, justFiled, from, timeZone }: OwnRequestProps) {
  const thread = await threadOf(refid, before)
  const { mergedInto } = thread.ticket
  if (mergedInto) redirect(`/tickets/${mergedInto}?from=${thread.ticket.refid}`)
  const joined = from && (await isJoined(await requireCustomer(), from, thread.ticket)) ? from : null
  const now = new Date()
  return (
    <Clock now={now} timeZone={timeZone}>
      <Request {...thread} justFiled={justFiled} joined={joined} now={now} timeZone={timeZone} />
    </Clock>
  )
}
