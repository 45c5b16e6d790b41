import { replyToRequest } from '@/app/(portal)/tickets/actions'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TryAgain } from '@/components/ui/try-again'
import type { ReplyOutcome } from '@/lib/portal/standing'
import { bodyLimit } from '@/lib/tickets/ticket'
import { Submission } from './submission'

const words = {
  continues: { label: 'Your reply', hint: undefined, button: 'Send reply' },
  reopens: {
    label: 'Something to add?',
    hint: 'Your reply reopens this request.',
    button: 'Send and reopen',
  },
  follows: {
    label: 'Still need help?',
    hint: 'This request is over. Your message opens a new one that follows it.',
    button: 'Send as a new request',
  },
} satisfies Record<ReplyOutcome, unknown>

interface ReplyFormProps {
  readonly refid: string
  readonly outcome: ReplyOutcome
  /** "Oslo time". */
  readonly zone: string
}

export function ReplyForm({ refid, outcome, zone }: ReplyFormProps) {
  const { label, hint, button } = words[outcome]
  return (
    <Form
      action={replyToRequest}
      draft={`reply ${refid}`}
      sends={`Your reply on ${refid}`}
      permalink={`/tickets/${refid}#reply`}
      resetOnDone
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="refid" value={refid} />
      <Submission />
      <TryAgain
        what={outcome === 'follows' ? 'You can send another request' : 'You can write again'}
        zone={zone}
      />
      <Field name="body" label={label} hint={hint}>
        <TextArea rows={4} limit={bodyLimit} required />
      </Field>
      <div>
        <SubmitButton>{button}</SubmitButton>
      </div>
    </Form>
  )
}
