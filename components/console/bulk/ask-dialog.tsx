'use client'

import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { tickets } from '@/lib/bulk/run'

interface AskDialogProps {
  readonly asked: { readonly count: number; readonly words: string; readonly question: string }
  readonly open: boolean
  readonly pending: boolean
  readonly onAgree: () => void
  readonly onClose: () => void
}

/** Whoever changes very many tickets is told how many they are first. */
export function AskDialog({ asked, open, pending, onAgree, onClose }: AskDialogProps) {
  const many = tickets(asked.count)
  return (
    <Dialog
      open={open}
      onOpenChange={(wanted) => !wanted && onClose()}
      title={asked.question}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" pending={pending} onClick={onAgree}>
            Change {many}
          </Button>
        </>
      }
    >
      <p className="font-medium">{asked.words}</p>
      <p className="mt-1 text-fg-muted">
        They are changed one after the other, also when you leave this page. You can take it back within a
        day.
      </p>
    </Dialog>
  )
}
