'use client'

import Ellipsis from 'lucide-react/icons/ellipsis'
import Merge from 'lucide-react/icons/merge'
import ShieldAlert from 'lucide-react/icons/shield-alert'
import { useRef, useState } from 'react'
import { markTicketSpam, unmarkTicketSpam } from '@/app/console/tickets/actions'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { Status } from '@/lib/tickets/ticket'
import { useOffers } from '../offers'
import { MergeDialog } from './merge-dialog'
import { VerbForm } from './verb-form'

interface TicketMenuProps {
  readonly refid: string
  readonly status: Status
  readonly spam: boolean
  readonly merged: boolean
}

/** What is done to a ticket now and then. */
export function TicketMenu({ refid, status, spam, merged }: TicketMenuProps) {
  const [merging, setMerging] = useState(false)
  const spamForm = useRef<HTMLButtonElement>(null)
  const merge = { id: 'merge', label: 'Merge into…', icon: <Merge />, act: () => setMerging(true) }
  const hold = {
    id: 'spam',
    label: 'Mark as spam',
    icon: <ShieldAlert />,
    act: () => spamForm.current?.click(),
  }
  const settled = spam || merged
  const items = settled ? [] : status === 'closed' ? [hold] : [merge, hold]
  useOffers(items)
  if (settled) return null
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button square aria-label="More" title="More" className="noscript:hidden print:hidden">
            <Ellipsis aria-hidden="true" className="size-4" />
          </Button>
        }
      >
        {items.map(({ id, label, icon, act }) => (
          <MenuItem key={id} icon={icon} onPress={act}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      {merging && <MergeDialog refid={refid} onClose={() => setMerging(false)} />}
      <VerbForm
        action={markTicketSpam}
        refid={refid}
        inverse={() => ({ action: unmarkTicketSpam, fields: { ref: refid } })}
        className="noscript:block hidden"
      >
        <button ref={spamForm} type="submit">
          Mark as spam
        </button>
      </VerbForm>
    </>
  )
}
