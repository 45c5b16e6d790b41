import { useEffect, useState } from 'react'
import type { Wall } from '@/lib/wallboards/show'

const pace = 10_000
/** After so long the screen is loaded anew: it hangs there for months, and Deskwell moves on. */
const lifetime = 3_600_000

/** The numbers as they are now, asked for again and again, and whether the last question was answered. */
export function useWall(first: Wall, source: string) {
  const [state, setState] = useState({ wall: first, current: true })
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const patience = new AbortController()
      const over = setTimeout(() => patience.abort(), pace)
      try {
        const response = await fetch(source, { signal: patience.signal })
        // The link has been taken back, or the screen is old: what the server sends then is the truth.
        if (response.status === 410 || (response.ok && performance.now() > lifetime)) return location.reload()
        if (!response.ok) throw new Error(`The numbers answer ${response.status}`)
        const wall = await response.json()
        if (!gone) setState({ wall, current: true })
      } catch {
        if (!gone) setState(({ wall }) => ({ wall, current: false }))
      } finally {
        clearTimeout(over)
      }
      if (!gone) timer = setTimeout(ask, pace)
    }
    timer = setTimeout(ask, pace)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [source])
  return state
}
