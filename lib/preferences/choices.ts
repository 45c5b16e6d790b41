export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** How close the rows of a queue stand. */
export const densities = ['comfortable', 'compact'] as const

/** Keys that do something without Ctrl. They can be switched off: dictation and tremor press them (WCAG 2.1.4). */
export const singleKeys = ['on', 'off'] as const

/** For how many seconds a reply that was sent can be taken back. */
export const undoChoices = [0, 5, 10, 30] as const
export type UndoSeconds = (typeof undoChoices)[number]

/** Where an agent is led when a reply is sent: nowhere, to the next ticket of their list, or back to the list. */
export const afterSendChoices = ['stay', 'next', 'list'] as const
export type AfterSend = (typeof afterSendChoices)[number]

/** What followers of a ticket can be told of: what customers and colleagues write, and how the ticket stands. */
export const followedNews = ['customer', 'replies', 'notes', 'status'] as const
export type FollowedNews = (typeof followedNews)[number]
