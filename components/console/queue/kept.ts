// A cookie, so that the server draws the right columns at once.
export const columnsCookie = 'queue-columns'
