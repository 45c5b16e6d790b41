/** How many moments are remembered. Each tells travel time as well; one that came very late is not to be believed alone. */
const remembered = 3

/** What the server's clock shows, by this computer's own, which may be wrong and may be set while it is looked at. */
export function serverClock() {
  let newest = Number.NEGATIVE_INFINITY
  let ahead: readonly number[] = []
  return {
    /** The server's moment `told` is there when our own clock shows `own`. It may be one that is known already. */
    hear(told: number, own: number) {
      if (told <= newest) return
      newest = told
      ahead = [...ahead, own - told].slice(-remembered)
    },
    /** When our own clock shows `own`. */
    at: (own: number) => own - Math.min(...ahead),
  }
}
