import { LinkButton } from '@/components/ui/link-button'

const steps = [
  { title: 'Tell us what happened', text: 'One page, in your own words. No forms within forms.' },
  {
    title: 'Know when you will hear back',
    text: 'You get a reference, and the time by which to expect us.',
  },
  { title: 'Follow it to the end', text: 'Every answer in one place. You say when it is solved.' },
]

/** The start page for somebody who is not signed in. */
export function Landing({ workspace }: { readonly workspace: string }) {
  return (
    <div className="mx-auto max-w-portal sm:pt-8">
      <p className="font-medium text-accent-text text-message">{workspace}</p>
      <h1 className="mt-1 text-balance font-semibold text-kpi tracking-tight sm:text-wall">
        How can we help?
      </h1>
      <p className="mt-3 max-w-[34rem] text-fg-muted text-lead">
        Ask a question or tell us what is broken. A person reads it, and you see when to expect the answer.
      </p>
      <div className="mt-6 flex flex-wrap gap-2">
        <LinkButton href="/sign-in" variant="primary">
          Sign in
        </LinkButton>
        <LinkButton href="/tickets/new">New request</LinkButton>
      </div>
      <ol className="mt-14 grid gap-x-8 gap-y-6 border-t pt-6 sm:grid-cols-3">
        {steps.map(({ title, text }) => (
          <li key={title}>
            <h2 className="font-semibold text-message">{title}</h2>
            <p className="mt-1 text-fg-muted text-message">{text}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
