'use client'

import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useState } from 'react'
import { toast } from '@/components/ui/toast'

/** The reference, to copy with one press. Without a clipboard it is still there to select. */
export function CopyRefid({ refid }: { readonly refid: string }) {
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(refid)
      setCopied(true)
      setTimeout(() => setCopied(false), 2_000)
    } catch {
      toast('The browser does not allow copying here', { failed: true })
    }
  }
  return (
    <span className="inline-flex items-center gap-0.5">
      <span className="font-mono text-fg-muted">{refid}</span>
      <button
        type="button"
        onClick={copy}
        aria-label={copied ? 'Copied' : `Copy ${refid}`}
        className="noscript:hidden flex size-6 items-center justify-center rounded-chip text-fg-subtle hover:bg-hover hover:text-fg pointer-coarse:size-11"
      >
        <Icon aria-hidden="true" className="size-3.5" />
      </button>
    </span>
  )
}
