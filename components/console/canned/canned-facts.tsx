import { Prose } from '@/components/ui/prose'
import { type Around, actionWord } from '@/lib/canned/action'
import type { Canned } from '@/lib/canned/canned'

interface CannedFactsProps {
  readonly canned: Canned
  readonly around: Around
}

/** For those who use it and do not change it. */
export function CannedFacts({ canned: { shortcut, body, actions }, around }: CannedFactsProps) {
  return (
    <div className="flex flex-col gap-4">
      {shortcut && (
        <p>
          Found by <span className="font-mono">/{shortcut}</span>.
        </p>
      )}
      {body && (
        <section aria-label="Text" className="rounded-card border px-4 py-3 text-message">
          <Prose>{body}</Prose>
        </section>
      )}
      {actions.length > 0 && (
        <section aria-labelledby="does">
          <h2 id="does" className="font-semibold text-message">
            What it also does
          </h2>
          <ul className="mt-1 list-disc ps-5">
            {actions.map((action) => (
              <li key={`${action.do} ${action.to}`}>
                {actionWord(action, around)}
                {action.do === 'note' && <Prose className="text-fg-muted">{action.to}</Prose>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
