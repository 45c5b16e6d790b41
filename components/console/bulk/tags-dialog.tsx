'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { actionWords, type BulkWish } from '@/lib/bulk/action'
import { tickets } from '@/lib/bulk/run'
import { TagsField } from '../new-ticket/tags-field'

interface TagsDialogProps {
  readonly count: number
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onWish: (wish: BulkWish, words: string) => void
}

/** Which tags many tickets get, and which they lose: one change, however many they are. */
export function TagsDialog({ count, open, onOpenChange, onWish }: TagsDialogProps) {
  const id = useId()
  const [nothing, setNothing] = useState(false)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [add, remove] = [form.getAll('add').map(String), form.getAll('remove').map(String)]
    setNothing(add.length + remove.length === 0)
    if (add.length + remove.length === 0) return
    const wish = { kind: 'tags', add, remove } as const
    onWish(wish, actionWords(wish))
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Tags of ${tickets(count)}`}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button type="submit" form={id} variant="primary">
            Change tags
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={send} className="flex flex-col gap-4 pb-2">
        <TagsField name="add" legend="Tags to add" />
        <TagsField name="remove" legend="Tags to remove" present />
        <p role="alert" className="text-sla-breach-text empty:hidden">
          {nothing && 'Choose a tag to add or to remove.'}
        </p>
      </form>
    </Dialog>
  )
}
