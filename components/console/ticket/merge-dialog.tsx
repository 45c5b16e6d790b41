'use client'

import { mergeTicket, unmergeTicket } from '@/app/console/tickets/merge/actions'
import { Dialog } from '@/components/ui/dialog'
import { FormInDialog } from './form-in-dialog'
import { TicketField } from './ticket-field'

interface MergeDialogProps {
  readonly refid: string
  readonly onClose: () => void
}

export function MergeDialog({ refid, onClose }: MergeDialogProps) {
  return (
    <Dialog
      title={`Merge ${refid}`}
      description="All that was written moves to the other ticket; this one is closed. It can be undone."
      open
      onOpenChange={(open) => open || onClose()}
    >
      <FormInDialog
        action={mergeTicket}
        refid={refid}
        submit="Merge"
        inverse={() => ({ action: unmergeTicket, fields: { ref: refid } })}
        onDone={onClose}
      >
        <TicketField
          name="to"
          label="Into"
          hint="Another ticket of the same customer"
          refid={refid}
          sameRequester
        />
      </FormInDialog>
    </Dialog>
  )
}
