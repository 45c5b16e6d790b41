/** The place of a message on its ticket's page, for links. */
export const messageAnchor = (uid: string) => `message-${uid}`
