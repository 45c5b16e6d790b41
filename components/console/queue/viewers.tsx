import { Avatar } from '@/components/ui/avatar'
import type { Present } from '@/lib/presence/presence'

/** Who else has a ticket open: says who it is on hover, and to who listens. */
export function Viewers({ present }: { readonly present: readonly Present[] }) {
  const names = present
    .map(({ name, replying }) => `${name} is ${replying ? 'replying' : 'viewing'}`)
    .join(', ')
  return (
    <i role="img" aria-label={names} title={names} className="queue-viewers">
      {present.slice(0, viewersShown).map(({ email, name }) => (
        <Avatar key={email} name={name} size={20} />
      ))}
    </i>
  )
}

const viewersShown = 3
