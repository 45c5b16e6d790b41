import { changeMyPreferences } from '@/app/console/me/actions'
import { CheckGroup } from '@/components/ui/check-group'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageHeader } from '@/components/ui/page-header'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import {
  type AfterSend,
  afterSendChoices,
  type FollowedNews,
  followedNews,
  undoChoices,
} from '@/lib/preferences/choices'
import { type Preferences, signatureLimit } from '@/lib/preferences/preferences'

const afterWord: Readonly<Record<AfterSend, string>> = {
  stay: 'Stay on the ticket',
  next: 'On to the next ticket of the list',
  list: 'Back to the list',
}
const afterSending = afterSendChoices.map((value) => ({ value, label: afterWord[value] }))

const newsWord: Readonly<Record<FollowedNews, string>> = {
  customer: 'What customers write',
  replies: 'Replies of colleagues',
  notes: 'Notes',
  status: 'How they stand',
}
const newsOfFollowed = followedNews.map((value) => ({ value, label: newsWord[value] }))

/** How somebody of the staff likes to work. */
export function PreferencesPage({ preferences }: { readonly preferences: Preferences }) {
  return (
    <div className="mx-auto flex w-full max-w-measure flex-col gap-4 px-4 py-4 lg:px-6">
      <PageHeader title="Preferences" description="For you alone." />
      <Form action={changeMyPreferences} className="flex max-w-110 flex-col gap-4">
        <Field
          name="undoSeconds"
          label="Time to take a reply back"
          hint="A reply you send waits for so long. The customer gets nothing of it before."
        >
          <Select
            choices={undoChoices.map((seconds) => ({
              value: String(seconds),
              label: seconds === 0 ? 'None: send at once' : `${seconds} seconds`,
            }))}
            defaultValue={String(preferences.undoSeconds)}
          />
        </Field>
        <Field
          name="afterSend"
          label="After sending a reply"
          hint="Where you are led. A reply that waits is taken back on its ticket."
        >
          <Select choices={afterSending} defaultValue={preferences.afterSend} />
        </Field>
        <CheckGroup
          name="followedNews"
          legend="Of tickets you follow, tell me of"
          hint="You are told in any case what is meant for you: mentions, escalations, tickets given to you."
          choices={newsOfFollowed}
          checked={preferences.followedNews}
        />
        <Field
          name="signature"
          label="Signature"
          hint="Markdown, below each of your replies to customers. It may say {{agent.name}}, {{agent.first_name}} and {{workspace.name}}."
        >
          <TextArea rows={4} limit={signatureLimit} defaultValue={preferences.signature} />
        </Field>
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
