// How one likes to work, and no place to come back to: a cookie and no part of the address, so that a link opens for each reader
// as they have it, and the server draws the right panes at once.
export const listCookie = 'ticket-list'
export const listHidden = 'hidden'
