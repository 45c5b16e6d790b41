import { Field } from '@/components/ui/field'
import { Form, type FormAction } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { TagRow } from '@/lib/tags/tag'
import { FocusedTitle } from './focused-title'
import { tagHref } from './tag-places'

interface TagMergeProps {
  /** Finds the other tag, and comes back with it. */
  readonly choose: FormAction
  readonly merge: FormAction
  readonly tag: TagRow
  /** Names to choose from. */
  readonly others: readonly string[]
  /** The tag that it is to be merged into, and how many tickets bear both. */
  readonly into?: { readonly name: string; readonly both: number } | undefined
}

export function TagMerge({ choose, merge, tag, others, into }: TagMergeProps) {
  return (
    <section id="merge" aria-labelledby="merge-title" className="border-t pt-5">
      <h2 id="merge-title" className="font-semibold text-message">
        Merge into another tag
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        For two words that mean one thing. What bears this tag bears the other one then, and this one is gone.
      </p>
      {into ? (
        <Question merge={merge} tag={tag} into={into} />
      ) : (
        <Choice choose={choose} tag={tag} others={others} />
      )}
    </section>
  )
}

function Choice({ choose, tag, others }: Pick<TagMergeProps, 'choose' | 'tag' | 'others'>) {
  return (
    <Form action={choose} className="flex flex-col gap-4">
      <input type="hidden" name="tag" value={tag.name} />
      <Field name="into" label="Other tag" required>
        <TextInput
          list="other-tags"
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <datalist id="other-tags">
        {others.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SubmitButton variant="secondary" className="self-start">
        Merge…
      </SubmitButton>
    </Form>
  )
}

function Question({
  merge,
  tag,
  into,
}: Pick<TagMergeProps, 'merge' | 'tag'> & Required<Pick<TagMergeProps, 'into'>>) {
  if (!into) return null
  return (
    <Form
      action={merge}
      className="flex flex-col gap-3 rounded-card border border-border-strong bg-raised p-4"
    >
      <input type="hidden" name="tag" value={tag.name} />
      <input type="hidden" name="into" value={into.name} />
      <FocusedTitle>
        Merge “{tag.name}” into “{into.name}”?
      </FocusedTitle>
      <ul className="list-disc space-y-1 ps-5 text-fg-muted">
        <li>{ticketsWords(tag.tickets, into)}</li>
        {tag.policies.length > 0 && (
          <li>
            The {tag.policies.length === 1 ? 'policy' : 'policies'}{' '}
            {tag.policies.map(({ name }) => `“${name}”`).join(', ')} will name “{into.name}”. Open tickets get
            their deadlines within moments.
          </li>
        )}
        <li>It cannot be taken back.</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger">Merge into “{into.name}”</SubmitButton>
        <LinkButton href={tagHref(tag.name)} variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}

function ticketsWords(count: number, { name, both }: { readonly name: string; readonly both: number }) {
  if (count === 0) return 'No ticket bears it.'
  const bearing = count === 1 ? '1 ticket bears it' : `${count.toLocaleString('en')} tickets bear it`
  if (both === count) return `${bearing}, and “${name}” already.`
  const already =
    both === 0 ? '' : `; ${both.toLocaleString('en')} of them ${both === 1 ? 'does' : 'do'} so already`
  return `${bearing}, and will bear “${name}”${already}.`
}
