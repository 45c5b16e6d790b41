'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import clsx from 'clsx'
import X from 'lucide-react/icons/x'
import { type ReactElement, type ReactNode, useRef } from 'react'
import { useAwake } from './awake'
import { buttonClass } from './button'

interface DialogProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  /** The button that opens it; leave it out and steer with `open`. */
  readonly trigger?: ReactElement
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly wide?: boolean
  /** What its text is called, where it is there to be read: the keyboard begins at that, to scroll it, and at no control. */
  readonly reads?: string
  readonly children?: ReactNode
  /** Buttons, the main one last. `DialogClose` among them closes. */
  readonly footer?: ReactNode
}

export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  wide,
  reads,
  children,
  footer,
}: DialogProps) {
  const awake = useAwake()
  const text = useRef<HTMLDivElement>(null)
  if (!awake) return trigger
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-[rgb(8_10_16/0.45)] transition-opacity duration-quick data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-30 grid place-items-end overflow-y-auto sm:place-items-center sm:p-6">
          <Base.Popup
            initialFocus={reads ? text : undefined}
            className={clsx(
              'floating fade relative flex max-h-[92dvh] w-full flex-col rounded-dialog max-sm:rounded-b-none sm:max-h-[85dvh]',
              wide ? 'sm:max-w-160' : 'sm:max-w-110',
            )}
          >
            <header className="px-5 pe-12 pt-4 pb-2">
              <Base.Title className="font-semibold text-portal">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-0.5 text-console text-fg-muted">
                  {description}
                </Base.Description>
              )}
            </header>
            <div
              ref={text}
              {...(reads && { tabIndex: 0, role: 'region', 'aria-label': reads })}
              className="min-h-0 flex-1 overflow-y-auto px-5 py-2 -outline-offset-2"
            >
              {children}
            </div>
            {footer && <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{footer}</footer>}
            {/* Last in order, so that the first stop of the keyboard is the content. */}
            <Base.Close
              aria-label="Close"
              className={buttonClass({ variant: 'quiet', size: 28, square: true }, 'absolute end-3 top-3')}
            >
              <X aria-hidden="true" className="size-4" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

/** A quiet way out, among the buttons. */
export const DialogClose = ({ children }: { readonly children: ReactNode }) => (
  <Base.Close className={buttonClass({ variant: 'quiet' })}>{children}</Base.Close>
)
