'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { refuseIfAnother } from '@/lib/auth/writer'
import { applyMacro } from '@/lib/canned/apply-macro'
import { postedActions } from '@/lib/canned/form'
import { noteAndApply } from '@/lib/canned/note-and-apply'
import { now } from '@/lib/clock'
import { draftVersion, writer } from '@/lib/drafts/form'
import { afterReply } from '@/lib/messages/message'
import { colleague } from '@/lib/people/find'
import { sight } from '@/lib/sending/form'
import { send } from '@/lib/sending/send'
import { withdraw } from '@/lib/sending/withdraw'
import { line, optional, prose, publicName, unfinished } from '@/lib/text'
import { withAssigneeSeen, withCategorySeen, withTeamSeen } from '@/lib/tickets/as-seen'
import { assign } from '@/lib/tickets/assign'
import { categorize } from '@/lib/tickets/categorize'
import { claim } from '@/lib/tickets/claim'
import { ticketFor } from '@/lib/tickets/find'
import { handOver } from '@/lib/tickets/hand-over'
import { markSpam, unmarkSpam } from '@/lib/tickets/mark-spam'
import { prioritize } from '@/lib/tickets/prioritize'
import { refid } from '@/lib/tickets/refid'
import { rename } from '@/lib/tickets/rename'
import { setStatus } from '@/lib/tickets/set-status'
import { tag } from '@/lib/tickets/tag'
import { bodyLimit, priorities, priorityWord, statuses, statusWord, subjectLimit } from '@/lib/tickets/ticket'
import { uidShape } from '@/lib/uid'
import { undoForm } from '@/lib/undo/form'
import { undoChange } from '@/lib/undo/undo-change'

const status = z.enum(statuses)
const priority = z.enum(priorities)
const submission = uidShape()
/** The draft that is sent, as the form knows it. */
const draft = optional(draftVersion)

export const claimTicket = agentAction(z.object({ ref: refid }), async (agent, { ref }) => {
  try {
    const claimed = await claim(agent, await ticketFor(agent, ref))
    return claimed ? `${ref} is yours` : undefined
  } finally {
    // Also where somebody was faster: the list does not show it yet.
    revalidatePath('/console', 'layout')
  }
})

export const assignTicket = agentAction(
  z.object({ ref: refid, from: publicName, to: publicName }),
  async (agent, { ref, from, to }) => {
    const assignee = to === 'none' ? null : await colleague(agent, to)
    await assign(agent, withAssigneeSeen(await ticketFor(agent, ref), from), assignee)
    revalidatePath('/console', 'layout')
    return assignee ? `Assigned to ${assignee.name}` : 'Assigned to nobody'
  },
)

export const renameTicket = agentAction(
  z.object({ ref: refid, from: unfinished('Subject', subjectLimit), to: line('Subject', subjectLimit) }),
  async (agent, { ref, from, to }) => {
    await rename(agent, { ...(await ticketFor(agent, ref)), subject: from }, to)
    revalidatePath('/console', 'layout')
    return `Subject of ${ref} changed`
  },
)

export const markTicketSpam = agentAction(z.object({ ref: refid }), async (agent, { ref }) => {
  await markSpam(agent, await ticketFor(agent, ref))
  revalidatePath('/console', 'layout')
  return `${ref} is spam now`
})

export const unmarkTicketSpam = agentAction(z.object({ ref: refid }), async (agent, { ref }) => {
  await unmarkSpam(agent, await ticketFor(agent, ref))
  revalidatePath('/console', 'layout')
  return `${ref} is back in its queues`
})

export const prioritizeTicket = agentAction(
  z.object({ ref: refid, from: priority, to: priority }),
  async (agent, { ref, from, to }) => {
    await prioritize(agent, { ...(await ticketFor(agent, ref)), priority: from }, to)
    revalidatePath('/console', 'layout')
    return `Priority is ${priorityWord[to].toLowerCase()} now`
  },
)

export const categorizeTicket = agentAction(
  z.object({ ref: refid, from: publicName, to: publicName }),
  async (agent, { ref, from, to }) => {
    await categorize(agent, withCategorySeen(await ticketFor(agent, ref), from), to === 'none' ? null : to)
    revalidatePath('/console', 'layout')
    return 'Category changed'
  },
)

export const handOverTicket = agentAction(
  z.object({ ref: refid, from: publicName, to: z.union([z.literal('none'), uidShape()]) }),
  async (agent, { ref, from, to }) => {
    const team = await handOver(
      agent,
      withTeamSeen(await ticketFor(agent, ref), from),
      to === 'none' ? null : to,
    )
    revalidatePath('/console', 'layout')
    return team ? `Handed over to ${team.name}` : 'Handed over to no team'
  },
)

/** What a tag is, the verb says. */
const tagName = optional(unfinished('The tag', 200))

export const tagTicket = agentAction(
  z.object({ ref: refid, add: tagName, remove: tagName }),
  async (agent, { ref, add, remove }) => {
    const { before, now } = await tag(agent, await ticketFor(agent, ref), {
      add: add === undefined ? [] : [add],
      remove: remove === undefined ? [] : [remove],
    })
    revalidatePath('/console', 'layout')
    return now.join() === before.join() ? undefined : `Tags of ${ref} changed`
  },
)

export const setTicketStatus = agentAction(
  z.object({ ref: refid, from: status, to: status }),
  async (agent, { ref, from, to }) => {
    await setStatus(agent, { ...(await ticketFor(agent, ref)), status: from }, to)
    revalidatePath('/console', 'layout')
    return `${ref} is ${statusWord[to].toLowerCase()} now`
  },
)

/** The last change that the agent made of these fields, if it began with these values. */
export const undoTicketChange = agentAction(undoForm, async (agent, { ref, ...was }) => {
  await undoChange(agent, await ticketFor(agent, ref), was)
  revalidatePath('/console', 'layout')
  return `${ref} is as before`
})

export const replyToTicket = agentAction(
  z.object({
    ref: refid,
    submission,
    draft,
    writer,
    body: prose('Your reply', bodyLimit),
    becomes: z.enum(afterReply),
    actions: postedActions,
    sight,
    /** In the place of `sight`: what the writer was shown, and wants to reply to or not. */
    anyway: optional(sight),
  }),
  async (agent, { ref, draft, writer, sight, anyway, ...written }) => {
    refuseIfAnother(agent, writer)
    const waiting = await send(agent, await ticketFor(agent, ref), {
      ...written,
      ...(draft && { draft }),
      channel: 'agent',
      sight: anyway ?? sight,
    })
    revalidatePath('/console', 'layout')
    if (waiting)
      return {
        status: 'done',
        message: 'Your reply is on its way',
        waits: { reply: waiting.uid, milliseconds: waiting.sendAt.getTime() - now().getTime() },
      }
    const { becomes, actions } = written
    if (actions.length > 0) return 'Reply sent, and the macro done'
    return becomes === 'keep' ? 'Reply sent' : `Reply sent, ${statusWord[becomes].toLowerCase()} now`
  },
)

export const takeBackReply = agentAction(
  z.object({ ref: refid, reply: uidShape() }),
  async (agent, { ref, reply }) => {
    await withdraw(agent, await ticketFor(agent, ref), reply)
    revalidatePath('/console', 'layout')
    return 'Taken back'
  },
)

export const noteOnTicket = agentAction(
  z.object({
    ref: refid,
    submission,
    draft,
    writer,
    body: prose('Your note', bodyLimit),
    actions: postedActions,
  }),
  async (agent, { ref, draft, writer, ...written }) => {
    refuseIfAnother(agent, writer)
    await noteAndApply(agent, await ticketFor(agent, ref), {
      ...written,
      ...(draft && { draft }),
      channel: 'agent',
    })
    revalidatePath('/console', 'layout')
    return 'Note added'
  },
)

/** What a macro without words does. */
export const applyToTicket = agentAction(
  z.object({ ref: refid, actions: postedActions }),
  async (agent, { ref, actions }) => {
    await applyMacro(agent, await ticketFor(agent, ref), actions)
    revalidatePath('/console', 'layout')
    return `Macro applied to ${ref}`
  },
)
