import UserRound from 'lucide-react/icons/user-round'
import { StatusGlyph } from '@/components/ui/status-glyph'
import type { Glimpse } from '@/lib/search/glimpse'
import { customerHref } from '../customers/places'
import { queuePath } from '../queue/address'
import type { Group } from './entries'

/** Tickets and customers as entries of the palette. */
export const foundGroups = ({ tickets, customers }: Glimpse): readonly Group[] => [
  {
    label: 'Tickets',
    entries: tickets.map(({ refid, subject, status, spam, customer }) => ({
      id: refid,
      label: subject,
      hint: `${customer} · ${refid}${spam ? ' · Spam' : ''}`,
      icon: <StatusGlyph status={status} alone />,
      does: { href: `${queuePath}/${refid}` },
    })),
  },
  {
    label: 'Customers',
    entries: customers.map(({ uid, name, email }) => ({
      id: uid,
      label: name,
      hint: email,
      icon: <UserRound aria-hidden="true" />,
      does: { href: customerHref(uid) },
    })),
  },
]
