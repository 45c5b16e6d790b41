'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { StatusGlyph } from '@/components/ui/status-glyph'
import { Suggested } from '@/components/ui/suggested'
import type { SuggestedTicket } from '@/lib/links/find'

interface TicketFieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  /** The ticket that asks for another. */
  readonly refid: string
  readonly sameRequester?: boolean
}

/** Another ticket, by its reference or by words of its subject. */
export function TicketField({ name, label, hint, refid, sameRequester = false }: TicketFieldProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<SuggestedTicket>()
  const meant = chosen?.refid === typed ? chosen.subject : undefined
  return (
    <Field name={name} label={label} hint={meant ?? hint} required>
      <Suggested
        value={typed}
        onChange={setTyped}
        onChoose={setChosen}
        suggest={(words) => ticketsLike(words, refid, sameRequester)}
        keyOf={({ refid: other }) => other}
        offersFirst
        autoCapitalize="none"
        spellCheck={false}
      >
        {({ refid: other, subject, status, customer }: SuggestedTicket) => (
          <span className="flex items-start gap-2">
            <StatusGlyph status={status} alone className="mt-0.5 shrink-0" />
            <span className="min-w-0">
              <span dir="auto" className="block truncate font-medium">
                {subject}
              </span>
              <span className="block truncate text-fg-muted text-meta">
                <span className="font-mono">{other}</span> · {customer}
              </span>
            </span>
          </span>
        )}
      </Suggested>
    </Field>
  )
}

/** None where the answer does not come: a reference can be typed all the same. */
async function ticketsLike(
  words: string,
  refid: string,
  sameRequester: boolean,
): Promise<readonly SuggestedTicket[]> {
  const asked = new URLSearchParams({ q: words, not: refid, ...(sameRequester && { same: '1' }) })
  try {
    const answer = await fetch(`/api/console/tickets?${asked}`)
    return answer.ok ? await answer.json() : []
  } catch {
    return []
  }
}
