// Apart from the shape, because browsers need the words and not the parser.

export const pausingStatuses = ['pending', 'on_hold'] as const
export type PausingStatus = (typeof pausingStatuses)[number]

export const mostSteps = 10

/** Nobody is a choice, too: it takes the ticket from its assignee. */
export const nobody = 'nobody'

/** Before the uid of a team, where people and teams are in one list. */
export const teamPrefix = 'team:'

/** Of how many days a simulation replays the tickets. */
export const simulatedDays = ['7', '30', '90', '365'] as const

/** In bytes. More than any form of a policy can be; a simulation that is asked for with more is not even read. */
export const largestForm = 1_000_000
export const tooLarge = 'This is too much to simulate: all fields together take at most 1 MB'
