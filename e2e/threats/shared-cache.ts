import CachePolicy from 'http-cache-semantics'
import { type Answer, ask } from './wire'

export interface Asked {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A proxy in front of our server that everybody shares, as eager as RFC 9111 lets it be: what may be kept is kept, and given to
 * whoever asks the same.
 */
export function sharedCache() {
  const kept = new Map<string, { readonly policy: CachePolicy; readonly answer: Answer }[]>()
  let hits = 0
  return {
    hits: () => hits,
    async ask({ path, headers }: Asked): Promise<Answer> {
      const asked = { url: path, method: 'GET', headers: { ...headers } }
      const here = kept.get(path) ?? []
      const found = here.find(({ policy }) => policy.satisfiesWithoutRevalidation(asked))
      if (found) {
        hits += 1
        return found.answer
      }
      const answer = await ask(path, { headers })
      const policy = new CachePolicy(asked, {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
      })
      if (policy.storable()) kept.set(path, [...here, { policy, answer }])
      return answer
    },
  }
}
