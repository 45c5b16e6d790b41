import { type ComponentProps, createContext, useContext } from 'react'

interface FieldAround {
  readonly id: string
  readonly name: string
  readonly value?: string
  readonly required: boolean
  readonly describedBy?: string
  readonly invalid: boolean
}

/** What a field tells the control in it. Apart from the field: a control without one needs none of a form's code. */
export const InsideField = createContext<FieldAround | undefined>(undefined)

interface ControlProps {
  readonly id?: string
  readonly name?: string
  readonly required?: boolean
  readonly value?: string | number | readonly string[]
  readonly defaultValue?: string | number | readonly string[]
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: ComponentProps<'input'>['aria-invalid']
}

/** The attributes that a control takes from the field around it; its own win. */
export function useControl(own: ControlProps) {
  const field = useContext(InsideField)
  return {
    id: own.id ?? field?.id,
    name: own.name ?? field?.name,
    required: own.required ?? field?.required,
    // React takes one of the two: a value is somebody else's to keep, a default is ours to bring back.
    ...(own.value === undefined
      ? { defaultValue: field?.value ?? own.defaultValue }
      : { value: own.value, defaultValue: undefined }),
    'aria-describedby': own['aria-describedby'] ?? field?.describedBy,
    'aria-invalid': own['aria-invalid'] ?? (field?.invalid || undefined),
  }
}
