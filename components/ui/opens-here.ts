type Press = Pick<MouseEvent, 'altKey' | 'button' | 'ctrlKey' | 'defaultPrevented' | 'metaKey' | 'shiftKey'>

/** Whether a press on a link goes on in this window, and not in another one. */
export const opensHere = (press: Press) =>
  press.button === 0 &&
  !press.defaultPrevented &&
  !press.altKey &&
  !press.ctrlKey &&
  !press.metaKey &&
  !press.shiftKey
