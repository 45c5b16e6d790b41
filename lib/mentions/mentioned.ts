/** Somebody who can be called. */
export interface Callable {
  readonly name: string
}

/**
 * Who is called in a text: `@` and their name, in any case, not within a word or an address. Of names that begin alike the
 * longest one that stands there counts; two of one name are both called.
 */
export function mentioned<Person extends Callable>(
  text: string,
  people: readonly Person[],
): readonly Person[] {
  const names = [...new Set(people.map(({ name }) => folded(name)))].sort((a, b) => b.length - a.length)
  const called = new Set<string>()
  const words = folded(text)
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}_.@])@/gu)) {
    const rest = words.slice(index + 1)
    const name = names.find((one) => rest.startsWith(one) && !/^[\p{L}\p{N}_]/u.test(rest.slice(one.length)))
    if (name) called.add(name)
  }
  return people.filter(({ name }) => called.has(folded(name)))
}

const folded = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
