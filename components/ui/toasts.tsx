'use client'

import { Toast } from '@base-ui/react/toast'
import clsx from 'clsx'
import X from 'lucide-react/icons/x'
import { useEffect } from 'react'
import { buttonClass } from './button'
import { type Said, showToasts, type ToastPlace } from './toast'
import { unbroken } from './unbroken'

const toasts = Toast.createToastManager()

/** Never over what one writes in: in the sidebar of the console, and at the top where there is none. */
const places = {
  console: 'sm:end-auto md:start-16 md:top-4 lg:start-2 lg:top-auto lg:bottom-14 lg:w-54',
  portal: 'sm:start-auto',
} satisfies Record<ToastPlace, string>

export function Toasts({ place }: { readonly place: ToastPlace }) {
  useEffect(() => showToasts(show, toasts.close), [])
  return (
    <Toast.Provider toastManager={toasts}>
      <Toast.Portal>
        <Toast.Viewport
          className={clsx('fixed inset-x-4 top-14 z-50 flex flex-col gap-2 sm:w-88', places[place])}
        >
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

const show = ({ title, description, failed = false, action, about, lasting }: Said) =>
  toasts.add({
    id: about,
    title: unbroken(title),
    description: description && unbroken(description),
    type: failed ? 'failed' : 'done',
    priority: failed ? 'high' : 'low',
    timeout: lasting ?? (failed ? 0 : action ? 10_000 : 5_000),
    actionProps: action && { children: action.label, onClick: action.onPress },
  })

function Shown() {
  return Toast.useToastManager().toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      swipeDirection={['left', 'right']}
      className="fade w-full translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) rounded-card border border-transparent bg-fg text-canvas shadow-lg data-limited:hidden"
    >
      <Toast.Content className="flex flex-wrap items-center justify-end gap-x-3 py-2 ps-3.5 pe-2">
        {/* Where there is little room, the words have a line of their own. */}
        <div className="wrap-anywhere min-w-0 flex-1 basis-36 py-1">
          <Toast.Title className="font-medium text-console" />
          <Toast.Description className="text-meta opacity-80" />
        </div>
        <Toast.Action className="h-7 rounded-control px-2 font-semibold text-console underline underline-offset-2 focus-visible:outline-current" />
        <Toast.Close
          aria-label="Close"
          className={buttonClass(
            { variant: 'quiet', size: 28, square: true },
            'text-canvas! focus-visible:outline-current not-disabled:hover:bg-canvas/15!',
          )}
        >
          <X aria-hidden="true" className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
