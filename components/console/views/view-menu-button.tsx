import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { Glyph } from '@/components/ui/glyph'

export function ViewMenuButton(props: ComponentProps<typeof Button>) {
  return (
    <Button
      {...props}
      variant="quiet"
      size={28}
      square
      aria-label="Change this view"
      title="Change this view"
      className="noscript:hidden"
    >
      <Glyph name="ellipsis" className="size-4" />
    </Button>
  )
}
