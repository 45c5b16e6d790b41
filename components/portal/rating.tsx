import { rateRequest } from '@/app/(portal)/tickets/actions'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Prose } from '@/components/ui/prose'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { OwnTicket } from '@/lib/portal/find'
import { commentLimit, scoreInWords } from '@/lib/portal/words'
import { ScoreChoice } from './score-choice'

interface RatingProps {
  readonly ticket: Pick<OwnTicket, 'refid' | 'score' | 'comment'>
  readonly mayChange: boolean
}

/** Asked once, after the request was solved; then a thank-you with the way to change one's mind. */
export function Rating({ ticket: { refid, score, comment }, mayChange }: RatingProps) {
  if (score === null) return <RatingForm refid={refid} />
  return (
    <section aria-labelledby="rating">
      <h2 id="rating" className="font-semibold text-portal">
        Thank you for your rating
      </h2>
      <p className="mt-0.5 text-message">
        You gave {score} of 5: {scoreInWords(score)}.
      </p>
      {comment && (
        <Prose hand="letter" className="mt-2 border-s-2 ps-3 text-fg-muted text-message">
          {comment}
        </Prose>
      )}
      {mayChange && (
        // Another rating has other details: closed again, and without what was typed into those before.
        <details key={`${score} ${comment}`} className="mt-2">
          <summary className="inline-flex min-h-9 list-none items-center rounded-control text-fg-muted text-message underline decoration-border-strong underline-offset-4 hover:text-fg pointer-coarse:min-h-11">
            Change your rating
          </summary>
          <div className="mt-3">
            <RatingForm refid={refid} score={score} comment={comment ?? ''} />
          </div>
        </details>
      )}
    </section>
  )
}

interface RatingFormProps {
  readonly refid: string
  readonly score?: number
  readonly comment?: string
}

function RatingForm({ refid, score, comment }: RatingFormProps) {
  return (
    <Form action={rateRequest} className="flex flex-col gap-4">
      <input type="hidden" name="refid" value={refid} />
      <ScoreChoice legend="How happy are you with our help?" given={score} />
      <Field name="comment" label="What could be better? (optional)">
        <TextArea rows={2} limit={commentLimit} defaultValue={comment} />
      </Field>
      <div>
        <SubmitButton variant="secondary">
          {score === undefined ? 'Send rating' : 'Change rating'}
        </SubmitButton>
      </div>
    </Form>
  )
}
