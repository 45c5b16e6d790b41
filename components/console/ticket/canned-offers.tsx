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
        return on ? on.replies.map((reply) => ({ ...reply, on })) : null
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

async function ask(refid: string): Promise<CannedOn | null> {
  const answer = await fetch(`/api/console/tickets/${refid}/canned`).catch(() => null)
  return answer?.ok ? answer.json() : null
}
