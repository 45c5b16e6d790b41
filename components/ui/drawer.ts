/** Closes the drawer that a control is in: it lies above everything, also above what the control opens. */
export const closeDrawer = (control: Element) =>
  control.closest<HTMLElement>('[popover]:popover-open')?.hidePopover()
