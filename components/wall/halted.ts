const place = 'wall:halted'

/** The slide that this window was halted at, also before it was loaded anew. */
export function haltedAt() {
  try {
    const kept = sessionStorage.getItem(place)
    return kept === null ? undefined : Number(kept)
  } catch {
    return undefined
  }
}

export function keepHaltedAt(slide: number) {
  try {
    sessionStorage.setItem(place, String(slide))
  } catch {
    // Storage is switched off: the slides turn again when the screen is loaded anew.
  }
}

export function forgetHalted() {
  try {
    sessionStorage.removeItem(place)
  } catch {
    // As above.
  }
}
