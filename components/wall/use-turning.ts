import { useEffect, useState } from 'react'
import { forgetHalted, haltedAt, keepHaltedAt } from './halted'

const pace = 15_000

/** Which of `count` slides is shown. They turn by themselves until they are halted; the arrow keys turn them by hand, the space bar halts them. */
export function useTurning(count: number) {
  const [place, setPlace] = useState(0)
  const [halted, setHalted] = useState(false)

  // The screen is loaded anew now and then, and stays where somebody has halted it.
  useEffect(() => {
    const slide = haltedAt()
    if (slide === undefined) return
    setPlace(slide % count)
    setHalted(true)
  }, [count])

  useEffect(() => {
    if (!halted) return
    keepHaltedAt(place)
    return forgetHalted
  }, [place, halted])

  // After each turn anew, so that one made by hand is looked at as long as any other.
  useEffect(() => {
    if (halted) return
    const timer = setTimeout(() => setPlace((place + 1) % count), pace)
    return () => clearTimeout(timer)
  }, [place, halted, count])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key === 'ArrowRight') setPlace((at) => (at + 1) % count)
      if (event.key === 'ArrowLeft') setPlace((at) => (at + count - 1) % count)
      if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) setHalted((now) => !now)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [count])

  return { place, setPlace, halted, setHalted }
}
