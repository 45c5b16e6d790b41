'use client'

import { Avatar } from '@/components/ui/avatar'
import type { Colleague } from '@/lib/people/person'
import { callingAt, namesLike } from './calling'
import { Offers } from './offers'

/** Offers colleagues while a name is typed behind an `@` in the field of the form around it. */
export function Mentions() {
  return (
    <Offers
      label="Colleagues"
      callingAt={callingAt}
      all={colleagues}
      meant={namesLike}
      keyOf={({ email }) => email}
      onChoose={({ name }, field, { start }) => {
        field.setSelectionRange(start, field.selectionStart)
        // As if it were typed: the browser can undo it, and the draft hears of it.
        document.execCommand('insertText', false, `@${name} `)
      }}
      className="w-64"
    >
      {({ name }) => (
        <>
          <Avatar name={name} size={20} />
          <span dir="auto" className="min-w-0 flex-1 truncate">
            {name}
          </span>
        </>
      )}
    </Offers>
  )
}

let asked: Promise<readonly Colleague[] | null> | undefined

/** Once per page; after a failure again with the next letter. */
const colleagues = () => {
  asked ??= fetch('/api/console/colleagues')
    .then((answer): Promise<readonly Colleague[]> => (answer.ok ? answer.json() : Promise.reject(answer)))
    .catch(() => {
      asked = undefined
      return null
    })
  return asked
}
