'use client'

import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { removeView } from '@/app/console/tickets/views/actions'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { Menu, MenuItem } from '@/components/ui/menu'
import { SubmitButton } from '@/components/ui/submit-button'
import { toast } from '@/components/ui/toast'
import type { OpenedView } from '@/lib/views/find'
import { refreshCounts } from '../counts'
import { allOpenHref } from '../queue/address'
import { Saving, type ViewBarProps } from './view-bar'
import { ViewMenuButton } from './view-menu-button'

/** What is done to a saved view now and then, by those who may. */
export function ViewMenu(props: ViewBarProps & { readonly view: OpenedView }) {
  const { view, onLeaving } = props
  const [open, setOpen] = useState<'edit' | 'delete'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Menu trigger={<ViewMenuButton />}>
        <MenuItem icon={<Pencil />} onPress={() => setOpen('edit')}>
          Edit…
        </MenuItem>
        <MenuItem icon={<Trash />} onPress={() => setOpen('delete')}>
          Delete…
        </MenuItem>
      </Menu>
      {open === 'edit' && <Saving {...props} changes={view} onClose={close} />}
      {open === 'delete' && <Deleting view={view} onClose={close} onLeaving={onLeaving} />}
    </>
  )
}

const forOthers = {
  personal: 'Its tickets stay where they are.',
  team: 'It goes for the whole team. Its tickets stay where they are.',
  everyone: 'It goes for everyone. Its tickets stay where they are.',
}

interface DeletingProps extends Pick<ViewBarProps, 'onLeaving'> {
  readonly view: OpenedView
  readonly onClose: () => void
}

function Deleting({ view, onClose, onLeaving }: DeletingProps) {
  const router = useRouter()
  const done = (message?: string) => {
    if (message) toast(message)
    refreshCounts()
    onClose()
    onLeaving()
    router.push(allOpenHref)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete “${view.name}”?`}
      description={forOthers[view.scope]}
    >
      <Form action={removeView} onDone={done} className="flex flex-col gap-4 pb-2">
        <input type="hidden" name="uid" value={view.uid} />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>Cancel</DialogClose>
          <SubmitButton variant="danger">Delete</SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
