/**
 * What the server answers at one of our addresses. Null: it has nothing for whoever asks. Undefined: it could not say, or the
 * answer was lost on its way; it may be asked again.
 */
export async function ask<Answer>(address: string): Promise<Answer | null | undefined> {
  try {
    const answer = await fetch(address)
    if (answer.ok) return await answer.json()
    return answer.status >= 500 ? undefined : null
  } catch {
    return undefined
  }
}
