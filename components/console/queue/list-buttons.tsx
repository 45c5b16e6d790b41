import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { Glyph } from '@/components/ui/glyph'
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
      <Glyph name="arrow-down-wide-narrow" />
      <span className="max-md:sr-only">Order</span>
    </Button>
  )
}

export function DisplayButton(props: ComponentProps<typeof Button>) {
  return (
    <Button {...props} variant="quiet" size={28}>
      <Glyph name="sliders-horizontal" />
      <span className="max-md:sr-only">Display</span>
    </Button>
  )
}
