import { backlog } from './backlog'
import { ingrids } from './ingrid'
import { past } from './past'
import { sorted } from './sorting'
import { type Story, until } from './story'
import { tomases } from './tomas'

/** Everything that the demo company has been through by `now`: the same stories for the same moment. */
export const demoStories = (now: Date): readonly Story[] =>
  [...past(now), ...backlog(now), ...ingrids(now), ...tomases(now)].flatMap(
    (story, index) => until(now, sorted(story, index, now)) ?? [],
  )
