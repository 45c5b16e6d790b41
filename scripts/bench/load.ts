export interface Ask {
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: () => BodyInit
  /** What a right answer contains: a page of errors is quick, too. */
  readonly expects: string
}

export interface Load {
  readonly seconds: number
  /** Milliseconds each, sorted. */
  readonly times: readonly number[]
}

/** Asks `count` times, `atOnce` requests at a time. Throws if an answer is not the expected one. */
export async function load(origin: string, ask: Ask, count: number, atOnce: number): Promise<Load> {
  const times: number[] = []
  let left = count
  const begun = performance.now()
  const worker = async () => {
    while (left > 0) {
      left -= 1
      const start = performance.now()
      await once(origin, ask)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { seconds: (performance.now() - begun) / 1000, times: times.toSorted((a, b) => a - b) }
}

async function once(origin: string, { path, method = 'GET', headers = {}, body, expects }: Ask) {
  const response = await fetch(origin + path, {
    method,
    headers: { origin, ...headers },
    redirect: 'manual',
    ...(body && { body: body() }),
  })
  const text = `${response.headers.get('x-action-redirect') ?? ''}${await response.text()}`
  if (response.status >= 400 || !text.includes(expects))
    throw new Error(`${path} answered ${response.status} without “${expects}”:\n${text.slice(0, 500)}`)
}

export const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export const median = (numbers: readonly number[]) =>
  quantile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  )
