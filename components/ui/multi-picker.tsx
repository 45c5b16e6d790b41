'use client'

import { Combobox } from '@base-ui/react/combobox'
import { type ReactNode, useState } from 'react'
import { useAwake } from './awake'
import { buttonClass } from './button'
import { usePickerFocus } from './picker-focus'
import { labelOf, PickerList, type PickerOption, sameOption } from './picker-list'

interface MultiPickerProps {
  /** What is picked: "Tags". Names the button and the list. */
  readonly label: string
  /** The name of the button, where its face says more than the label. */
  readonly buttonLabel?: string
  /** The face of the button. */
  readonly children: ReactNode
  readonly options: readonly PickerOption[]
  readonly values: readonly string[]
  /** One of them is switched on or off. */
  readonly onToggle: (value: string, on: boolean) => void
  /** What would be made of words that no option has, or why nothing is; null: nothing. */
  readonly made?: (words: string) => PickerOption | string | null
  readonly keys?: readonly string[]
  /** What stands there where there is no option. */
  readonly nothing?: ReactNode
  /** The button is drawn before scripts run. */
  readonly early?: boolean
  readonly variant?: 'secondary' | 'quiet'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Opens it for a letter that is pressed on the closed button: in a form whoever types means the field. */
  readonly onLetter?: () => void
  readonly className?: string
}

/** A button that opens a list to search by typing, of which any number can be on. The list stays open. */
export function MultiPicker(props: MultiPickerProps) {
  const { label, children, options, values, onToggle, made, open, onOpenChange } = props
  const awake = useAwake()
  const focus = usePickerFocus()
  const [words, setWords] = useState('')
  const look = buttonClass({ variant: props.variant ?? 'quiet', size: 28 }, props.className)
  if (!awake)
    return props.early ? (
      <button type="button" aria-label={props.buttonLabel ?? label} className={look}>
        {children}
      </button>
    ) : null
  const makes = words.trim() ? made?.(words) : null
  const [another, whyNone] = typeof makes === 'string' ? [null, makes] : [makes, undefined]
  const items = another && !options.some((one) => sameOption(one, another)) ? [...options, another] : options
  return (
    <Combobox.Root
      multiple
      items={items}
      value={items.filter(({ value }) => values.includes(value))}
      onValueChange={(chosen: readonly PickerOption[]) => {
        const now = chosen.map(({ value }) => value)
        for (const value of now) if (!values.includes(value)) onToggle(value, true)
        for (const { value } of items)
          if (values.includes(value) && !now.includes(value)) onToggle(value, false)
        setWords('')
      }}
      inputValue={words}
      onInputValueChange={setWords}
      itemToStringLabel={labelOf}
      isItemEqualToValue={sameOption}
      open={open}
      onOpenChange={(wanted, change) => {
        const { event } = change
        // What is wrong with the words is said below them: they stay, to be made shorter.
        if (whyNone && event instanceof KeyboardEvent && event.key === 'Enter') return change.cancel()
        if (!wanted) focus.leave(event)
        onOpenChange?.(wanted)
      }}
      autoHighlight
    >
      <Combobox.Trigger
        ref={focus.button}
        aria-label={props.buttonLabel ?? label}
        className={look}
        onKeyDown={(event) => {
          // A letter on the closed button would search; the console has its own meaning for letters.
          if (event.key.length !== 1 || event.key === ' ') return
          event.preventBaseUIHandler()
          if (!event.ctrlKey && !event.metaKey && !event.altKey) props.onLetter?.()
        }}
      >
        {children}
      </Combobox.Trigger>
      <PickerList label={label} keys={props.keys} nothing={whyNone ?? props.nothing} focus={focus} />
    </Combobox.Root>
  )
}
