'use client'

import Eye from 'lucide-react/icons/eye'
import PenLine from 'lucide-react/icons/pen-line'
import { useEffect, useSyncExternalStore } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { attend, nobodyYet, presentHere, watchPresent } from './attend'
import { replyingWords } from './replying-words'

const usePresent = () => useSyncExternalStore(watchPresent, presentHere, nobodyYet)

const most = 4

/** Who else has this ticket open; says of oneself that one has. */
export function Attendance({ refid }: { readonly refid: string }) {
  const present = usePresent()
  useEffect(() => attend(refid), [refid])
  if (present.length === 0) return null
  return (
    <ul aria-label="Also here" className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      {present.slice(0, most).map(({ email, name, replying }) => (
        <li key={email} className="inline-flex items-center gap-1.5">
          <Avatar name={name} size={20} />
          <span>{name} </span>
          <span className="inline-flex items-center gap-1 text-fg-muted text-meta [&_svg]:size-3.5">
            {replying ? <PenLine aria-hidden="true" /> : <Eye aria-hidden="true" />}
            {replying ? 'replying' : 'viewing'}
          </span>
        </li>
      ))}
      {present.length > most && <li className="text-fg-muted">+{present.length - most}</li>}
    </ul>
  )
}

/** Where one writes: that somebody else does, too. In a row with what is there anyway: nothing moves when they begin, or stop. */
export function ReplyingNotice() {
  const writers = usePresent().filter(({ replying }) => replying)
  return (
    <p
      role="status"
      className="ms-auto flex min-w-0 items-center gap-1.5 ps-2 text-fg-muted [&_svg]:size-3.5 [&_svg]:flex-none"
    >
      {writers.length > 0 && (
        <>
          <PenLine aria-hidden="true" />
          <span title={replyingWords(writers)} className="truncate">
            {replyingWords(writers)}
          </span>
        </>
      )}
    </p>
  )
}
