'use client'

import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { linkTicket, resolveChildTickets, unlinkTicket } from '@/app/console/tickets/links/actions'
import { Button } from '@/components/ui/button'
import { leaveChip } from '@/components/ui/chips'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { StatusGlyph } from '@/components/ui/status-glyph'
import { SubmitButton } from '@/components/ui/submit-button'
import { type LinkedTicket, linkRoles, linkRoleWord } from '@/lib/links/link'
import { readRefid } from '@/lib/tickets/refid'
import { isLive, type Status } from '@/lib/tickets/ticket'
import { useOffers } from '../offers'
import { queuePath } from '../queue/address'
import { FormInDialog } from './form-in-dialog'
import { TicketField } from './ticket-field'
import { VerbForm } from './verb-form'

interface LinksProps {
  readonly refid: string
  readonly status: Status
  readonly links: readonly LinkedTicket[]
}

/** The tickets that this one has to do with, and what each is to it. */
export function Links({ refid, status, links }: LinksProps) {
  const waiting = links.filter((link) => link.role === 'child' && isLive(link))
  return (
    <section data-chips className="border-t pt-3">
      <div className="mb-1 flex items-center justify-between gap-2">
        <h2 className="font-semibold">Linked tickets</h2>
        <AddLink refid={refid} />
      </div>
      {links.length === 0 && <p className="text-fg-muted text-meta">None</p>}
      <ul className="flex flex-col">
        {links.map((link) => (
          <LinkRow key={link.refid} refid={refid} link={link} />
        ))}
      </ul>
      <VerbForm action={resolveChildTickets} refid={refid} className="contents">
        {waiting.length > 0 && !isLive({ status }) && (
          <SubmitButton variant="secondary" size={28} className="mt-1.5">
            {waiting.length === 1
              ? 'Resolve the open child too'
              : `Resolve ${waiting.length} open children too`}
          </SubmitButton>
        )}
      </VerbForm>
    </section>
  )
}

function LinkRow({ refid, link }: { readonly refid: string; readonly link: LinkedTicket }) {
  return (
    <li className="group/link relative flex min-w-0 items-start gap-2 rounded-control py-1 hover:bg-hover">
      <StatusGlyph status={link.status} alone className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <Link
            href={`${queuePath}/${link.refid}`}
            title={link.subject}
            className="outline-none before:absolute before:inset-0 focus-visible:before:outline-2 focus-visible:before:outline-ring"
          >
            {link.subject}
          </Link>
        </p>
        <p className="truncate text-fg-muted text-meta">
          {linkRoleWord[link.role]} · <span className="font-mono">{link.refid}</span>
        </p>
      </div>
      <VerbForm
        action={unlinkTicket}
        refid={refid}
        inverse={() => ({ action: linkTicket, fields: { ref: refid, to: link.refid, role: link.role } })}
        className="relative shrink-0 print:hidden"
      >
        <button
          type="submit"
          name="to"
          value={link.refid}
          data-chip
          onClick={(event) => leaveChip(event.currentTarget)}
          aria-label={`Remove the link to ${link.refid}`}
          title="Remove the link"
          className="flex size-6 items-center justify-center rounded-chip text-fg-subtle hover:bg-hover hover:text-fg pointer-coarse:size-11"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      </VerbForm>
    </li>
  )
}

const roleChoices = linkRoles.map((role) => ({
  value: role,
  label: role === 'original' ? 'Duplicate of it' : linkRoleWord[role],
}))

const title = 'Link a ticket'

function AddLink({ refid }: { readonly refid: string }) {
  const [open, setOpen] = useState(false)
  useOffers([{ id: 'link', label: title, icon: <Plus />, act: () => setOpen(true) }])
  return (
    <Dialog
      title={title}
      description="Agents see it on both tickets; customers never do."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size={28} className="noscript:hidden text-fg-muted print:hidden">
          <Plus aria-hidden="true" className="size-3.5" />
          Add link
        </Button>
      }
    >
      <FormInDialog
        action={linkTicket}
        refid={refid}
        submit="Link"
        inverse={(sent) => ({
          action: unlinkTicket,
          fields: { ref: refid, to: readRefid(String(sent.get('to'))) ?? '' },
        })}
        onDone={() => setOpen(false)}
      >
        <TicketField name="to" label="Ticket" hint="Its reference, or words of its subject" refid={refid} />
        <Field name="role" label="To this ticket it is its">
          <Select choices={roleChoices} />
        </Field>
      </FormInDialog>
    </Dialog>
  )
}
