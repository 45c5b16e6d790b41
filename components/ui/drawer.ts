/** Closes the drawers that a control is in: they lie above everything, also above what the control opens. */
export function closeDrawer(control: Element) {
  const drawer = control.closest<HTMLElement>('[popover]:popover-open')
  if (!drawer) return
  drawer.hidePopover()
  closeDrawer(drawer)
}
