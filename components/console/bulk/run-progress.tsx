import { type BulkProgress, progressOf } from '@/lib/bulk/run'

/** How far a run has come, as a bar; what it says is beside it. */
export function RunProgress({ run }: { readonly run: BulkProgress }) {
  const { done, of } = progressOf(run)
  return (
    <progress
      aria-label={run.words}
      value={done}
      max={Math.max(of, 1)}
      className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-accent"
    />
  )
}
