'use client'

import Bold from 'lucide-react/icons/bold'
import Code from 'lucide-react/icons/code'
import Eye from 'lucide-react/icons/eye'
import Italic from 'lucide-react/icons/italic'
import Link from 'lucide-react/icons/link'
import List from 'lucide-react/icons/list'
import Canned from 'lucide-react/icons/message-square-text'
import TextQuote from 'lucide-react/icons/text-quote'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { type ShortcutId, shortcuts } from '../keys'
import { editField, selectedIn } from './edit-field'
import { type Format, formats, formatted } from './markdown-edit'

const faces = {
  bold: { label: 'Bold', icon: <Bold /> },
  italic: { label: 'Italic', icon: <Italic /> },
  link: { label: 'Link', icon: <Link /> },
  list: { label: 'List', icon: <List /> },
  quote: { label: 'Quote', icon: <TextQuote /> },
  code: { label: 'Code', icon: <Code /> },
} satisfies Record<Format, { readonly label: string; readonly icon: ReactNode }>

interface ToolbarProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** What it belongs to, for screen readers. */
  readonly label: string
  readonly previewing: boolean
  readonly onPreview: () => void
  readonly onCanned: () => void
}

/** Formats what is selected in the field. One stop of the Tab key; arrows lead from button to button. */
export function Toolbar({ field, label, previewing, onPreview, onCanned }: ToolbarProps) {
  const format = (name: Format) => {
    const area = field.current
    if (area) editField(area, formatted(name, selectedIn(area)))
  }
  const look = (button: HTMLButtonElement) => {
    // The field goes out of sight, with the focus if it has it.
    button.focus()
    onPreview()
  }
  return (
    <div
      role="toolbar"
      aria-label={`Formatting, ${label}`}
      onKeyDown={move}
      className="noscript:hidden flex min-w-0 max-w-full flex-wrap gap-0.5"
    >
      <Tool label="Preview" icon={<Eye />} first pressed={previewing} onPress={look} />
      {formats.map((name) => (
        <Tool
          key={name}
          {...faces[name]}
          shortcut={name}
          disabled={previewing}
          onPress={() => format(name)}
        />
      ))}
      <Tool
        label="Canned replies"
        icon={<Canned />}
        shortcut="canned"
        disabled={previewing}
        onPress={onCanned}
      />
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  readonly shortcut?: ShortcutId
  /** The one that Tab leads to. */
  readonly first?: boolean
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onPress: (button: HTMLButtonElement) => void
}

function Tool({ label, icon, shortcut, first = false, pressed, disabled, onPress }: ToolProps) {
  const keys = shortcut && shortcuts[shortcut].keys
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keys?.join('+').replace('Ctrl', 'Control')}
      title={keys ? `${label} (${keys.join(' ')})` : label}
      tabIndex={first ? 0 : -1}
      disabled={disabled}
      // The field keeps its caret.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPress(event.currentTarget)}
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-control text-fg-muted -outline-offset-2 not-disabled:hover:bg-hover not-disabled:hover:text-fg disabled:opacity-45 aria-pressed:bg-selected aria-pressed:text-fg pointer-coarse:size-11 [&_svg]:size-3.75"
    >
      {icon}
    </button>
  )
}

function move(event: KeyboardEvent<HTMLDivElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const here = tools.findIndex((tool) => tool.matches(':focus'))
  tools[(here + step + tools.length) % tools.length]?.focus()
  event.preventDefault()
}

interface Pressed {
  readonly key: string
  /** The place of the key: with Shift, digits are signs that differ from country to country. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The format whose keys are pressed. */
export function formatOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Format | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined
  const stroke = shiftKey ? `shift+${code}` : key.toLowerCase()
  return formats.find((name) => strokes[name] === stroke)
}

const strokes: Record<Format, string> = {
  bold: 'b',
  italic: 'i',
  code: 'e',
  link: 'shift+KeyL',
  list: 'shift+Digit8',
  quote: 'shift+Digit9',
}
