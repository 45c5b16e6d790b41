/** What was typed into a field while its text was on its way: that is not sent yet. */
export const typedSince = (sent: string, now: string) =>
  now.startsWith(sent) ? now.slice(sent.length).trimStart() : now

/** Empties a form of what was sent. */
export function resetSent(form: HTMLFormElement, sent: FormData) {
  const typed = [...form.elements].flatMap((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return []
    const rest = typedSince(String(sent.get(field.name) ?? ''), field.value)
    return rest ? [{ field, rest }] : []
  })
  form.reset()
  for (const { field, rest } of typed) {
    field.value = rest
    // Its draft hears of it.
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
