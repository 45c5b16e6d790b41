import Ellipsis from 'lucide-react/icons/ellipsis'
import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'

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
      <Ellipsis aria-hidden="true" className="size-4" />
    </Button>
  )
}
