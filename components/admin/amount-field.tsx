import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'

interface AmountFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly amount: number
  readonly min?: number
  /** `any`: parts of one are an amount too. */
  readonly step?: 'any'
}

export function AmountField({ name, label, hint, amount, min = 0, step }: AmountFieldProps) {
  return (
    <Field name={name} label={label} hint={hint}>
      <TextInput
        type="number"
        inputMode={step === 'any' ? 'decimal' : 'numeric'}
        min={min}
        step={step}
        defaultValue={amount}
        className="max-w-40"
      />
    </Field>
  )
}
