'use client'

import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useState } from 'react'
import { toast } from './toast'

interface CopyButtonProps {
  readonly text: string
  /** What it says to whoever does not see it. */
  readonly label: string
}

/** Copies a text that stands beside it with one press. Without a clipboard that is still there to select. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => setCopied(false), 2_000)
    } catch {
      toast('The browser does not allow copying here', { failed: true })
    }
  }
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={copied ? 'Copied' : label}
      className="noscript:hidden flex size-6 shrink-0 items-center justify-center rounded-chip text-fg-subtle hover:bg-hover hover:text-fg pointer-coarse:size-11"
    >
      <Icon aria-hidden="true" className="size-3.5" />
    </button>
  )
}
