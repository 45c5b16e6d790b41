import { CopyButton } from '@/components/ui/copy-button'

/** The reference, to copy with one press. */
export const CopyRefid = ({ refid }: { readonly refid: string }) => (
  <span className="inline-flex items-center gap-0.5">
    <span className="font-mono text-fg-muted">{refid}</span>
    <CopyButton text={refid} label={`Copy ${refid}`} />
  </span>
)
