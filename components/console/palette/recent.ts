'use client'

const place = 'palette'
const kept = 20

/** What was picked from the palette in this browser, newest first. */
export function recentIds(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function keepRecent(id: string) {
  const ids = [id, ...recentIds().filter((other) => other !== id)].slice(0, kept)
  try {
    localStorage.setItem(place, JSON.stringify(ids))
  } catch {
    // Storage is switched off: the order stays as it was.
  }
}
