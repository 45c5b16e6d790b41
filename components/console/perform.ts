import type { FormAction } from '@/components/ui/form'
import { isOutdated, outdatedWords } from '@/components/ui/outdated'
import { toast } from '@/components/ui/toast'
import { idle } from '@/lib/form-state'

/**
 * Runs an action that has no form, and says what is refused and what did not arrive. Undefined: it was not done. `onUnsent`
 * is called where it did not arrive, for what can be tried again.
 */
export async function perform(
  action: FormAction,
  fields: Readonly<Record<string, string>>,
  onUnsent?: () => void,
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  try {
    const answer = await action(idle, form)
    if (answer.status !== 'refused') return answer
    // One may be elsewhere by now.
    toast(answer.message, { failed: true, ...(fields.ref && { description: fields.ref }) })
  } catch (error) {
    toast('This could not be sent', {
      failed: true,
      description: isOutdated(error)
        ? `${outdatedWords} Reload the page.`
        : 'The connection or the server failed.',
    })
    onUnsent?.()
  }
}
