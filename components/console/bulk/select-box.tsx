import type { ComponentProps, ReactNode } from 'react'

interface SelectBoxProps extends Pick<ComponentProps<'input'>, 'checked' | 'onChange'> {
  /** What is selected: "Select SUP-7K2M9QXD". */
  readonly label: string
  readonly indeterminate?: boolean
  /** Words beside the box. */
  readonly children?: ReactNode
}

/** Fills its cell, so that whoever aims at the box does not open the row. */
export function SelectBox({ label, indeterminate = false, checked, onChange, children }: SelectBoxProps) {
  return (
    <label className="queue-box">
      <input
        type="checkbox"
        className="tick"
        aria-label={label}
        checked={checked}
        onChange={onChange}
        ref={(box) => {
          if (box) box.indeterminate = indeterminate
        }}
      />
      {children}
    </label>
  )
}
