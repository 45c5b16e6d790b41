import { fileRequest } from '@/app/(portal)/tickets/actions'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { KeptDraft } from '@/components/ui/kept-draft'
import { LinkButton } from '@/components/ui/link-button'
import { RadioCards } from '@/components/ui/radio-cards'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { TryAgain } from '@/components/ui/try-again'
import type { PublicCategory } from '@/lib/portal/find'
import { type Aim, usualOf } from '@/lib/portal/promise'
import { bodyLimit } from '@/lib/tickets/ticket'
import { FreshChoices } from './fresh-choices'
import { ImpactCards } from './impact-cards'
import { Submission } from './submission'

interface FilingFormProps {
  readonly categories: readonly PublicCategory[]
  readonly aims: readonly Aim[]
  /** Under which name the browser keeps what is typed: one for each person, as they may share a computer. */
  readonly draft: string
  /** "Oslo time". */
  readonly zone: string
}

export function FilingForm({ categories, aims, draft, zone }: FilingFormProps) {
  return (
    <Form action={fileRequest} draft={draft} sends="Your request" className="flex flex-col gap-7">
      <Submission />
      <FreshChoices of="category" />
      <KeptDraft />
      <TryAgain what="You can send another request" zone={zone} />
      {categories.length > 0 ? (
        <RadioCards
          name="category"
          legend="What is it about?"
          required
          columns={2}
          cards={categories.map(({ slug, name, description }) => ({
            value: slug,
            label: name,
            description,
            footnote: usualOf(slug, aims),
          }))}
        />
      ) : (
        <input type="hidden" name="category" value="" />
      )}
      <Field name="subject" label="Subject" hint="A few words that say what it is about" required>
        <TextInput autoComplete="off" />
      </Field>
      <Field
        name="details"
        label="Details"
        hint="What happened, what you expected, and since when. Error messages help."
        required
      >
        <TextArea rows={8} limit={bodyLimit} />
      </Field>
      <ImpactCards aims={aims} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>Send request</SubmitButton>
        <LinkButton href="/tickets" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}
