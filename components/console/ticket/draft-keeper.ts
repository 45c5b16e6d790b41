import { typedSince } from '@/components/ui/typed-since'
import type { MacroAction } from '@/lib/canned/action'
import { type Draft, type DraftToSave, isBegun, type WritingMode } from '@/lib/drafts/draft'
import type { Copy } from './draft-copy'
import type { Posted } from './draft-post'

export type Text = Pick<Draft, 'body' | 'becomes' | 'actions'>

/** How a draft stands, for its writer. */
export type DraftStanding =
  | { readonly is: 'quiet' }
  | { readonly is: 'saved' }
  /** In this browser only. */
  | { readonly is: 'here'; readonly because: string }
  /** Another window has written; null: it has sent. Nothing is saved until the writer decides. */
  | { readonly is: 'elsewhere'; readonly theirs: Draft | null }

interface Surroundings {
  readonly mode: WritingMode
  /** Begins what the form sends: the number of its next submission. */
  readonly begin: () => string
  readonly initial: Draft | null
  /** The latest version that this page has saved before, when it was here last. */
  readonly known: string | undefined
  readonly read: () => Text
  readonly write: (text: Text) => void
  readonly post: (draft: DraftToSave) => Promise<Posted>
  readonly fetch: () => Promise<Draft | null | undefined>
  readonly copy: { remember(copy: Copy): void; recall(): Copy | null; forget(): void }
  readonly tell: (standing: DraftStanding, version: string | null) => void
}

const afterTheLastKey = 600
/** However long somebody types without a pause. */
const atMost = 5_000
const retries = { first: 2_000, longest: 30_000 }
export const nothing: Text = { body: '', becomes: null, actions: [] }

export type DraftKeeper = ReturnType<typeof keepDraft>

/** Keeps what is typed into one form: on the server, and in the browser for as long as the server does not have it. */
export function keepDraft(around: Surroundings) {
  const { read, write, post, fetch, copy, tell } = around
  let submission = around.begin()
  let seen = around.initial?.version ?? null
  let standing: DraftStanding = { is: 'quiet' }
  let turn = 0
  // Changes so far, and how many of them the server has.
  let changes = 0
  let safe = 0
  let underWay = 0
  let dirtySince = 0
  let pause = retries.first
  /** The message that is on its way; whether it is taken decides what becomes of the draft. */
  let sending: string | undefined
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const stand = (now: DraftStanding) => {
    standing = now
    tell(standing, seen)
  }
  const dirty = () => changes > safe
  const keepHere = () => copy.remember({ ...read(), seen })
  const later = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(save, wait)
  }
  const next = () => {
    submission = around.begin()
    turn = 0
  }
  const put = (text: Text) => {
    write(text)
    safe = changes
    copy.forget()
  }

  async function save() {
    clearTimeout(timer)
    if (sending !== undefined) return keepHere()
    if (!dirty()) return copy.forget()
    const text = read()
    if (!isBegun(text) && !seen && turn === 0) {
      safe = changes
      return
    }
    copy.remember({ ...text, seen })
    if (standing.is === 'elsewhere') return
    const [saving, of] = [changes, submission]
    turn += 1
    underWay += 1
    const posted = await post({ mode: around.mode, ...text, submission, turn, seen })
    underWay -= 1
    if (of !== submission) return
    if (sending === undefined) return settle(posted, saving)
    if (posted.is !== 'saved') return
    seen = posted.version
    keepHere()
  }

  function settle(posted: Posted, saving: number) {
    if (posted.is === 'saved') {
      seen = posted.version
      safe = Math.max(safe, saving)
      pause = retries.first
      if (!dirty()) copy.forget()
      if (standing.is !== 'elsewhere') stand({ is: 'saved' })
    }
    if (posted.is === 'elsewhere') meet(posted.theirs)
    if (posted.is === 'refused') stand({ is: 'here', because: posted.words })
    if (posted.is === 'unreachable' || posted.is === 'signed out') {
      stand({ is: 'here', because: posted.words })
      if (closed && posted.is === 'signed out') return
      later(pause)
      pause = Math.min(retries.longest, pause * 2)
    }
  }

  /** Something of another window is there. */
  function meet(theirs: Draft | null) {
    // What is here is there as well: nothing is lost by following, as after taking back a reply.
    if (theirs && isWithin(read(), theirs)) {
      seen = theirs.version
      put(theirs)
      return stand({ is: 'saved' })
    }
    keepHere()
    stand({ is: 'elsewhere', theirs })
  }

  /** Looks whether another window has written, and follows it where nothing would be lost. */
  async function look() {
    if (underWay > 0 || sending !== undefined || standing.is === 'elsewhere') return
    const before = seen
    const theirs = await fetch()
    // What was saved while the answer was on its way is newer than it.
    if (theirs === undefined || underWay > 0 || sending !== undefined || seen !== before) return
    if ((theirs?.version ?? null) === seen) return
    if (dirty()) return meet(theirs)
    seen = theirs?.version ?? null
    put(theirs ?? nothing)
    stand({ is: 'quiet' })
  }

  /** Takes up what the server did not confirm before the page went, and what was typed before this began. */
  function begin() {
    const { initial, known } = around
    const before = initial ?? nothing
    const mine = copy.recall() ?? { ...read(), seen }
    if (mine.body !== before.body || !sameActions(mine.actions, before.actions)) {
      write(mine)
      changes += 1
      if (mine.seen === seen) later(0)
      else stand({ is: 'elsewhere', theirs: initial })
      return
    }
    copy.forget()
    if (initial) stand({ is: 'saved' })
    if (known && known !== seen) void look()
  }

  return {
    begin,
    look,
    /** A key was pressed, a status chosen. */
    changed() {
      if (!dirty()) dirtySince = Date.now()
      changes += 1
      later(Math.max(0, Math.min(afterTheLastKey, dirtySince + atMost - Date.now())))
    },
    /** The field or the page is left, the network is back. */
    flush: () => void save(),
    takeTheirs() {
      if (standing.is !== 'elsewhere') return
      seen = standing.theirs?.version ?? null
      put(standing.theirs ?? nothing)
      stand({ is: 'quiet' })
    },
    keepMine() {
      if (standing.is !== 'elsewhere') return
      if (!standing.theirs) next()
      seen = standing.theirs?.version ?? null
      changes += 1
      stand({ is: 'quiet' })
      void save()
    },
    /** This goes, and is kept here until it is known to have arrived: the page may be left meanwhile. */
    sending(body: string) {
      sending = body
      keepHere()
    },
    /** The message was not taken: its draft goes on. */
    refused() {
      sending = undefined
      void save()
    },
    /** It is a message now, also where the page is left; what was typed meanwhile begins the next one. */
    sent() {
      if (sending === undefined) return
      clearTimeout(timer)
      const rest = typedSince(sending, read().body)
      sending = undefined
      next()
      seen = null
      put({ ...nothing, body: rest })
      stand({ is: 'quiet' })
      if (rest) {
        changes += 1
        void save()
      }
    },
    /** The page is left. What the server has not got by then stays here. */
    close() {
      closed = true
      void save()
      clearTimeout(timer)
    },
  }
}

const isWithin = (mine: Text, theirs: Text) =>
  theirs.body.includes(mine.body) && mine.actions.every((action) => isAmong(action, theirs.actions))

const sameActions = (some: Text['actions'], others: Text['actions']) =>
  some.length === others.length && some.every((action) => isAmong(action, others))

const isAmong = (action: MacroAction, others: Text['actions']) =>
  others.some((other) => other.do === action.do && other.to === action.to)
