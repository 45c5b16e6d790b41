import ArrowDownWideNarrow from 'lucide-react/icons/arrow-down-wide-narrow'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { opensDialog, opensMenu } from '@/components/ui/on-demand'

/** The buttons of the list's own menus, before somebody opens one. */
export function ListButtons() {
  return (
    <>
      <OrderButton {...opensMenu} />
      <DisplayButton {...opensDialog} />
    </>
  )
}

export function OrderButton(props: ComponentProps<typeof Button>) {
  return (
    <Button {...props} variant="quiet" size={28}>
      <ArrowDownWideNarrow aria-hidden="true" className="size-3.5" />
      <span className="max-md:sr-only">Order</span>
    </Button>
  )
}

export function DisplayButton(props: ComponentProps<typeof Button>) {
  return (
    <Button {...props} variant="quiet" size={28}>
      <SlidersHorizontal aria-hidden="true" className="size-3.5" />
      <span className="max-md:sr-only">Display</span>
    </Button>
  )
}
