/** The jobs of the queue and what each is given. */
export interface Jobs {
  /** Closes one ticket that is resolved and has been for long enough. */
  'close-resolved': { readonly ticketId: number }
  /** Closes whatever the single jobs missed. */
  'auto-close': Record<string, never>
}
