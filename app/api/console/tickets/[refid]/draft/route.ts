import { currentViewer } from '@/lib/auth/session'
import { isDatabaseAway } from '@/lib/database-errors'
import { draftBytes } from '@/lib/drafts/draft'
import { draftsOf } from '@/lib/drafts/find'
import { draftToSave, writingModes } from '@/lib/drafts/form'
import { DraftMovedOn, saveDraft } from '@/lib/drafts/save'
import { refuseIfAnother } from '@/lib/drafts/writer'
import { Conflict, Missing, Refused } from '@/lib/errors'
import { jsonBody } from '@/lib/json-body'
import { readRefid } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'

interface Addressed {
  readonly params: Promise<{ readonly refid: string }>
}

/**
 * What the agent is writing on the ticket, in the mode that `?mode=` names: `{draft}`, null for nothing. 409 for the page of
 * another `?writer=`.
 */
export async function GET(request: Request, { params }: Addressed) {
  const viewer = await currentViewer()
  if (!viewer || !isAgent(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const refid = readRefid((await params).refid)
  const asked = new URL(request.url).searchParams
  const mode = writingModes.safeParse(asked.get('mode')).data
  if (!refid || !mode) return new Response(null, { status: 404 })
  return answering(async () => {
    refuseIfAnother(viewer, asked.get('writer') ?? '')
    return { draft: (await draftsOf(viewer, refid))[mode] }
  })
}

/**
 * Keeps it: `{version, savedAt}`. 409 with `{draft}` when another window was faster, without it when somebody else is signed
 * in now; `{message}` says what else is wrong. Not an action: it draws no page, actions wait for one another, and a page that
 * is left may still call it.
 */
export async function PUT(request: Request, { params }: Addressed) {
  const viewer = await currentViewer()
  if (!viewer) return answer({ message: 'You are signed out.' }, 401)
  const refid = readRefid((await params).refid)
  if (!isAgent(viewer) || !refid) return new Response(null, { status: 404 })
  return answering(async () => {
    const read = draftToSave.safeParse(await jsonBody(request, draftBytes, 'This draft is longer than 1 MB.'))
    if (!read.success) throw new Refused(read.error.issues[0]?.message ?? 'This is no draft')
    const { writer, ...draft } = read.data
    refuseIfAnother(viewer, writer)
    return saveDraft(viewer, refid, draft)
  })
}

async function answering(act: () => Promise<unknown>) {
  try {
    return answer(await act())
  } catch (error) {
    if (error instanceof DraftMovedOn) return answer({ draft: error.present }, 409)
    if (error instanceof Conflict) return answer({ message: error.message }, 409)
    if (error instanceof Refused) return answer({ message: error.message }, 422)
    if (error instanceof Missing) return answer({ message: 'This ticket is not there.' }, 404)
    if (isDatabaseAway(error)) return answer({ message: 'Our database cannot be reached.' }, 503)
    throw error
  }
}

const answer = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
