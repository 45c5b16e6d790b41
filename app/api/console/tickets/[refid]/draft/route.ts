import { refuseIfAnother } from '@/lib/auth/writer'
import { draftBytes } from '@/lib/drafts/draft'
import { draftsOf } from '@/lib/drafts/find'
import { draftToSave, writingModes } from '@/lib/drafts/form'
import { DraftMovedOn, saveDraft } from '@/lib/drafts/save'
import { Missing, Refused } from '@/lib/errors'
import { jsonBody } from '@/lib/json-body'
import { agentRoute } from '@/lib/route'
import { type AddressedTicket, refidOf } from '@/lib/tickets/refid'

/**
 * What the agent is writing on the ticket, in the mode that `?mode=` names: `{draft}`, null for nothing. 409 for the page of
 * another `?writer=`.
 */
export const GET = agentRoute(async (agent, request, ticket: AddressedTicket) => {
  const asked = new URL(request.url).searchParams
  const mode = writingModes.safeParse(asked.get('mode')).data
  if (!mode) throw new Missing()
  const refid = refidOf(ticket)
  refuseIfAnother(agent, asked.get('writer') ?? '')
  return { draft: (await draftsOf(agent, refid))[mode] }
})

/**
 * Keeps it: `{version, savedAt}`. 409 with `{draft}` when another window was faster, without it when somebody else is signed
 * in now. Not an action: it draws no page, actions wait for one another, and a page that is left may still call it.
 */
export const PUT = agentRoute(async (agent, request, ticket: AddressedTicket) => {
  const refid = refidOf(ticket)
  const read = draftToSave.safeParse(await jsonBody(request, draftBytes, 'This draft is longer than 1 MB.'))
  if (!read.success) throw new Refused(read.error.issues[0]?.message ?? 'This is no draft')
  const { writer, ...draft } = read.data
  refuseIfAnother(agent, writer)
  return saveDraft(agent, refid, draft).catch(movedOn)
})

function movedOn(error: unknown) {
  if (error instanceof DraftMovedOn) return Response.json({ draft: error.present }, { status: 409 })
  throw error
}
