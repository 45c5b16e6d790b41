'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Suggested } from '@/components/ui/suggested'
import { TextInput } from '@/components/ui/text-input'
import type { SuggestedCustomer } from '@/lib/people/suggested-customers'

/** Whose ticket it is: somebody known, by name or address, or somebody new with both. */
export function CustomerFields({ email }: { readonly email: string }) {
  const [typed, setTyped] = useState(email)
  const [chosen, setChosen] = useState<SuggestedCustomer | null>(null)
  const known = chosen && chosen.email === typed.trim().toLowerCase() ? chosen : null
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field name="email" label="Customer’s e-mail address" hint="Type a name to find who is known" required>
        <Suggested
          value={typed}
          onChange={setTyped}
          suggest={customersLike}
          keyOf={({ email: address }) => address}
          onChoose={setChosen}
          inputMode="email"
          autoFocus={email === ''}
          autoCapitalize="none"
          spellCheck={false}
        >
          {({ name, email: address, organization }) => (
            <>
              <span dir="auto" className="block truncate font-medium">
                {name}
              </span>
              <span className="block truncate text-fg-muted text-meta">
                {organization ? `${address} · ${organization}` : address}
              </span>
            </>
          )}
        </Suggested>
      </Field>
      {known ? (
        <div className="flex min-w-0 flex-col gap-1">
          <span className="font-medium text-console">Name</span>
          <span className="text-fg-muted text-meta">
            {known.organization ? `A customer at ${known.organization}` : 'A customer whom we know'}
          </span>
          <span dir="auto" className="flex h-8 items-center truncate">
            {known.name}
          </span>
        </div>
      ) : (
        <Field name="name" label="Name" hint="Of a customer who is new to us">
          <TextInput autoComplete="off" maxLength={200} />
        </Field>
      )}
    </div>
  )
}

/** Nobody where the answer does not come: an address can be typed all the same. */
async function customersLike(words: string): Promise<readonly SuggestedCustomer[]> {
  try {
    const answer = await fetch(`/api/console/customers?q=${encodeURIComponent(words)}`)
    return answer.ok ? await answer.json() : []
  } catch {
    return []
  }
}
