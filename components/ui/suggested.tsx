'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { type ComponentProps, type InputEvent, type ReactNode, useRef, useState } from 'react'
import { useAwake } from './awake'
import { TextInput } from './text-input'
import { useControl } from './use-control'

interface SuggestedProps<Item>
  extends Omit<ComponentProps<typeof TextInput>, 'value' | 'onChange' | 'children'> {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is offered for these words; asked for as they are typed. */
  readonly suggest: (words: string) => Promise<readonly Item[]>
  /** What stands in the field once an item is chosen; each item has another. */
  readonly keyOf: (item: Item) => string
  readonly onChoose?: (item: Item) => void
  /** Before a word is typed, too: some are likelier than others. */
  readonly offersFirst?: boolean
  /** How an item looks in the list. */
  readonly children: (item: Item) => ReactNode
}

/** A field for text of any kind that offers what is known. Without JavaScript it is a field. */
export function Suggested<Item>(props: SuggestedProps<Item>) {
  const { value, onChange, suggest, keyOf, onChoose, offersFirst = false, children, ...rest } = props
  const awake = useAwake()
  const { id } = useControl(rest)
  const [items, setItems] = useState<readonly Item[]>([])
  const [open, setOpen] = useState(false)
  const asked = useRef('')
  // A draft that is put back does not come as a change to React, whose field it is.
  const onInput = (event: InputEvent<HTMLInputElement>) => {
    if (event.currentTarget.value !== value) onChange(event.currentTarget.value)
  }
  if (!awake) return <TextInput {...rest} defaultValue={value} onInput={onInput} autoComplete="off" />
  const type = (words: string) => {
    onChange(words)
    const chosen = items.find((item) => keyOf(item) === words)
    if (chosen) return onChoose?.(chosen)
    ask(words)
  }
  const ask = (words: string) => {
    asked.current = words
    if (words.trim() === '' && !offersFirst) return setItems([])
    void suggest(words).then((found) => {
      // An answer that comes late is to a question that nobody asks any more.
      if (asked.current === words) setItems(found)
    })
  }
  return (
    <Autocomplete.Root
      items={items}
      mode="none"
      value={value}
      onValueChange={type}
      itemToStringValue={keyOf}
      autoHighlight={false}
      openOnInputClick={offersFirst}
      // An empty list would hide the rest of the page from who listens to it.
      open={open && items.length > 0}
      onOpenChange={setOpen}
    >
      <Autocomplete.Input
        id={id}
        onInput={onInput}
        onFocus={() => offersFirst && ask(value)}
        // An answer that comes later opens nothing behind whoever has left.
        onBlur={() => setOpen(false)}
        render={<TextInput {...rest} autoComplete="off" />}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className="z-40 outline-none" align="start" sideOffset={4}>
          <Autocomplete.Popup className="floating fade max-h-(--available-height) w-(--anchor-width) max-w-(--available-width) overflow-y-auto outline-none data-empty:hidden">
            <Autocomplete.List className="p-1 outline-none empty:p-0">
              {(item: Item) => (
                <Autocomplete.Item
                  key={keyOf(item)}
                  value={item}
                  className="cursor-default select-none rounded-chip px-2 py-1 text-console outline-none data-highlighted:bg-hover pointer-coarse:min-h-11"
                >
                  {children(item)}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
