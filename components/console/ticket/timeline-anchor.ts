/** The newest entry of the timeline, to jump to. */
export const latest = 'latest'
