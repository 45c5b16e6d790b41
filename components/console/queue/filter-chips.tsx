import { Chip } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { leaveChip } from '@/components/ui/chips'

interface FilterChipsProps<Key extends string> {
  readonly facets: readonly { readonly key: Key; readonly words: string }[]
  readonly onRemove: (key: Key) => void
  readonly onClear: () => void
}

/** What a list is narrowed by, and how to have less of it. */
export const FilterChips = <Key extends string>({ facets, onRemove, onClear }: FilterChipsProps<Key>) => (
  <>
    {facets.map(({ key, words }) => (
      <Chip key={key} onRemove={() => onRemove(key)} removeLabel={`Remove filter ${words}`}>
        {words}
      </Chip>
    ))}
    <Button
      variant="quiet"
      size={28}
      onClick={(event) => {
        leaveChip(event.currentTarget)
        onClear()
      }}
    >
      Clear
    </Button>
  </>
)
