import clsx from 'clsx'
import type { ReactNode } from 'react'
import {
  changeMyName,
  changeMyPassword,
  changeMyPreferences,
  changeMyTimeZone,
  signMyOthersOut,
} from '@/app/console/me/actions'
import { CheckGroup } from '@/components/ui/check-group'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { NameForm } from '@/components/ui/name-form'
import { OwnSessions } from '@/components/ui/own-sessions'
import { PageHeader } from '@/components/ui/page-header'
import { PasswordForm } from '@/components/ui/password-form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { ZoneForm } from '@/components/ui/zone-form'
import type { OwnSession } from '@/lib/auth/own-sessions'
import { zoneInWords } from '@/lib/portal/promise'
import {
  type AfterSend,
  afterSendChoices,
  type FollowedNews,
  followedNews,
  undoChoices,
} from '@/lib/preferences/choices'
import { type Preferences, signatureLimit } from '@/lib/preferences/preferences'
import { Looks } from './looks'

const afterWord: Readonly<Record<AfterSend, string>> = {
  stay: 'Stay on the ticket',
  next: 'On to the next ticket of the list',
  list: 'Back to the list',
}
const afterSending = afterSendChoices.map((value) => ({ value, label: afterWord[value] }))

const newsWord: Readonly<Record<FollowedNews, string>> = {
  customer: 'What customers write, and how they rate',
  replies: 'Replies of colleagues',
  notes: 'Notes',
  status: 'Status changes',
}
const newsOfFollowed = followedNews.map((value) => ({ value, label: newsWord[value] }))

interface PreferencesPageProps {
  readonly preferences: Preferences
  readonly sessions: readonly OwnSession[]
  readonly name: string
  readonly email: string
  readonly timeZone: string
  readonly timeZones: readonly string[]
}

/** How somebody of the staff likes to work. */
export function PreferencesPage({ preferences, sessions, ...props }: PreferencesPageProps) {
  const { name, email, timeZone, timeZones } = props
  return (
    <div className="mx-auto flex w-full max-w-measure flex-col gap-6 px-4 py-4 lg:px-6">
      <PageHeader title="Preferences" description="For you alone, wherever you sign in." />
      <Section title="Appearance and keys" needsScript>
        <Looks />
      </Section>
      <Section title="Your name">
        <NameForm action={changeMyName} name={name} hint="Customers read the first of these names" own />
      </Section>
      <Section title="Your clock">
        <ZoneForm
          action={changeMyTimeZone}
          timeZone={timeZone}
          timeZones={timeZones}
          hint="In which you read times. Reports have the workspace’s."
          own
        />
      </Section>
      <Section title="Replies and news">
        <WorkForm preferences={preferences} />
      </Section>
      <Section title="Your password">
        <PasswordForm action={changeMyPassword} email={email} zone={zoneInWords(timeZone)} />
      </Section>
      <Section title="Where you are signed in">
        <OwnSessions sessions={sessions} action={signMyOthersOut} />
      </Section>
    </div>
  )
}

interface SectionProps {
  readonly title: string
  /** Not there without JavaScript. */
  readonly needsScript?: boolean
  readonly children: ReactNode
}

function Section({ title, needsScript = false, children }: SectionProps) {
  return (
    <section aria-label={title} className={clsx('max-w-110 border-t pt-5', needsScript && 'noscript:hidden')}>
      <h2 className="mb-3 font-semibold text-message">{title}</h2>
      {children}
    </section>
  )
}

function WorkForm({ preferences }: { readonly preferences: Preferences }) {
  return (
    <Form action={changeMyPreferences} asksBeforeLeaving className="flex flex-col gap-4">
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
        hint="Where you are led. A reply that waits can be taken back from anywhere."
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
  )
}
