'use client'

import Zap from 'lucide-react/icons/zap'
import { type Around, actionWord, type MacroAction } from '@/lib/canned/action'
import { type CannedOn, matching } from '@/lib/canned/canned'
import { blanks, fill } from '@/lib/canned/placeholder'
import { slashAt } from './calling'
import { editField } from './edit-field'
import { Offers } from './offers'

interface CannedOffersProps {
  readonly refid: string
  /** A macro was chosen: what it does, and what that names. */
  readonly onActions: (actions: readonly MacroAction[], around: Around) => void
}

const most = 8

/** Offers canned replies while something is typed behind a `/`, and writes the one that is chosen, filled in for the ticket. */
export function CannedOffers({ refid, onActions }: CannedOffersProps) {
  return (
    <Offers
      label="Canned replies"
      callingAt={slashAt}
      all={async () => {
        const on = await ask(refid)
        return on.replies.map((reply) => ({ ...reply, on }))
      }}
      meant={(replies, words) => matching(replies, words).slice(0, most)}
      keyOf={({ uid }) => uid}
      onChoose={({ body, actions, on: { values, around } }, field, { start }) => {
        const insert = fill(body, values)
        const [blank] = blanks(insert)
        const [from, to] = blank ? [blank.start, blank.end] : [insert.length, insert.length]
        editField(field, {
          from: start,
          to: field.selectionStart,
          insert,
          start: start + from,
          end: start + to,
        })
        if (actions.length > 0) onActions(actions, around)
      }}
      nothing="There are no canned replies yet. You write them under Canned replies."
      className="w-96"
    >
      {({ name, shortcut, body, actions, on }) => (
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span dir="auto" className="min-w-0 truncate font-medium">
              {name}
            </span>
            {shortcut && <span className="shrink-0 font-mono text-fg-muted text-meta">/{shortcut}</span>}
            {actions.length > 0 && (
              <Zap aria-label="Macro" className="ms-auto size-3.5 shrink-0 self-center text-fg-muted" />
            )}
          </span>
          <span dir="auto" className="block truncate text-fg-muted text-meta">
            {body || actions.map((action) => actionWord(action, on.around)).join(', ')}
          </span>
        </span>
      )}
    </Offers>
  )
}

const nothing: CannedOn = {
  replies: [],
  values: {},
  around: { people: [], teams: [], categories: [], goneTags: [] },
}

interface Asked {
  readonly refid: string
  readonly at: number
  readonly answer: Promise<CannedOn>
}

let asked: Asked | undefined

/** For so long an answer does for the letters that follow. */
const fresh = 15_000

const ask = (refid: string) => {
  if (asked?.refid !== refid || performance.now() - asked.at > fresh)
    asked = { refid, at: performance.now(), answer: fetchCanned(refid) }
  return asked.answer
}

async function fetchCanned(refid: string): Promise<CannedOn> {
  try {
    const answer = await fetch(`/api/console/tickets/${refid}/canned`)
    if (answer.ok) return await answer.json()
  } catch {
    // Said by the list that does not come; asked again with the next letter.
  }
  asked = undefined
  return nothing
}
