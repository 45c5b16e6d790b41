import { Keys } from '@/components/ui/kbd'
import type { Entry, Group } from './entries'

interface PaletteListProps {
  readonly id: string
  readonly groups: readonly Group[]
  readonly active: Entry | undefined
  readonly optionId: (entry: Entry) => string
  readonly onPoint: (entry: Entry) => void
  readonly onPick: (entry: Entry) => void
}

/** The list below the field. The focus stays in the field, which names the active option. */
export function PaletteList({ id, groups, active, optionId, onPoint, onPick }: PaletteListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Results"
      tabIndex={-1}
      className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2"
    >
      {groups.map(({ label, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
        <div key={label} role="group" aria-label={label}>
          <p aria-hidden="true" className="px-2 pt-2 pb-1 font-medium text-fg-muted text-meta">
            {label}
          </p>
          {entries.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers to the keyboard
            <div
              key={entry.id}
              id={optionId(entry)}
              role="option"
              tabIndex={-1}
              aria-selected={entry === active}
              // Not when the list moves under a pointer that rests.
              onPointerMove={() => entry !== active && onPoint(entry)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(entry)}
              className="flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-chip px-2 py-1 aria-selected:bg-hover pointer-coarse:min-h-11 forced-colors:aria-selected:outline-2 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-fg-muted"
            >
              {entry.icon}
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {entry.label}
              </span>
              {entry.hint && <span className="max-w-1/2 truncate text-fg-muted text-meta">{entry.hint}</span>}
              {entry.keys && (
                <span aria-hidden="true" className="pointer-coarse:hidden">
                  <Keys keys={entry.keys} />
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
