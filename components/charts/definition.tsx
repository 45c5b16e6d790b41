'use client'

import { Popover } from '@base-ui/react/popover'
import Info from 'lucide-react/icons/info'
import { buttonClass } from '@/components/ui/button'

/** An "ⓘ" that says what a number means. */
export function Definition({ of, children }: { readonly of: string; readonly children: string }) {
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={`What “${of}” means`}
        className={buttonClass({ variant: 'quiet', size: 28, square: true }, 'size-6! print:hidden')}
      >
        <Info aria-hidden="true" className="size-3.5" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="z-40" side="top" sideOffset={6} collisionPadding={12}>
          <Popover.Popup className="floating fade max-w-72 px-3 py-2.5 text-console outline-none">
            <Popover.Title className="mb-0.5 font-semibold">{of}</Popover.Title>
            <Popover.Description className="text-fg-muted">{children}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
