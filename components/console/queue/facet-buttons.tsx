import type { ComponentProps } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Glyph } from '@/components/ui/glyph'
import { opensMenu, opensPicker } from '@/components/ui/on-demand'
import type { Asked } from '@/lib/tickets/views'

interface FaceProps {
  readonly label: string
  readonly active: boolean
}

/** The buttons of the facet menus, before somebody opens one. */
export function FacetButtons({ asked }: { readonly asked: Asked }) {
  return (
    <>
      <FacetButton label="Status" active={asked.status.length > 0} {...opensMenu} />
      <FacetButton label="Priority" active={asked.priority.length > 0} {...opensMenu} />
      <FacetButton label="Waiting" active={Boolean(asked.needs || asked.sla)} {...opensMenu} />
      <PickerButton label="Assignee" active={asked.assignee !== undefined} />
      <PickerButton label="Team" active={asked.team.length > 0} />
      <PickerButton label="Category" active={asked.category.length > 0} />
      <PickerButton label="Tag" active={asked.tag.length > 0} />
      <PickerButton label="Organization" active={asked.organization.length > 0} />
    </>
  )
}

export function FacetButton({ label, active, ...rest }: FaceProps & ComponentProps<typeof Button>) {
  return (
    <Button {...rest} size={28} className={activeClass(active)}>
      <Face label={label} active={active} />
    </Button>
  )
}

function PickerButton({ label, active }: FaceProps) {
  return (
    <button
      type="button"
      aria-label={label}
      {...opensPicker}
      className={buttonClass({ variant: 'secondary', size: 28 }, activeClass(active))}
    >
      <Face label={label} active={active} />
    </button>
  )
}

export function Face({ label, active }: FaceProps) {
  return (
    <>
      {label}
      {active && <span className="sr-only">, filtered</span>}
      <Glyph name="chevron-down" className="text-fg-subtle" />
    </>
  )
}

export const activeClass = (active: boolean) => (active ? 'border-accent! text-accent-text!' : undefined)
