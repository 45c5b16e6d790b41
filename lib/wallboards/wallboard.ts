import { line } from '@/lib/text'

export const nameLimit = 60

export const wallboardName = line('The name', nameLimit)

/** A screen and the link that it is opened with. */
export interface Wallboard {
  readonly uid: string
  readonly name: string
  /** Whoever has it sees the numbers, without signing in. */
  readonly token: string
  readonly madeBy: string
  readonly createdAt: Date
  /** When a screen asked last, to the minute; null: none has yet. */
  readonly shownAt: Date | null
}

/** `Sofía R.`: who it is to colleagues, and not to a stranger before the screen. */
export function calledOnWall(name: string) {
  const [first = name, ...others] = name.trim().split(/\s+/)
  const initial = [...(others.at(-1) ?? '')][0]
  return initial ? `${first} ${initial}.` : first
}
