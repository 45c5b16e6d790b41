/** The jobs of the queue and what each is given. */
export interface Jobs {
  /** Closes one ticket that is resolved and has been for long enough. */
  'close-resolved': { readonly ticketId: number }
  /** Closes whatever the single jobs missed. */
  'auto-close': Record<string, never>
  /** Looks up anew what is promised on the next tickets whose clocks run, and leaves the rest to a job like it. */
  'sla-reconsider': {
    readonly because: 'policy' | 'calendar' | 'merge'
    readonly actorId: number | null
    /** The ticket after which to begin. */
    readonly after?: number
    /** The second look, at what was read before the first. */
    readonly again?: boolean
  }
  /** Finds lookups that nobody works on any more. */
  'sla-resume': Record<string, never>
  /** Gives out what waits in teams whose tickets are given to their members. */
  'hand-out': Record<string, never>
  /** Changes, or puts back, the next tickets of a bulk run, and leaves the rest to a job like it. */
  'bulk-work': { readonly runId: number }
  /** Finds bulk runs that nobody works on any more. */
  'bulk-resume': Record<string, never>
  /** Removes what nobody needs any more: sessions and sign-in attempts of long ago, and what was left half done. */
  prune: Record<string, never>
}
