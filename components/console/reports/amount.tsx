import { Nothing } from '@/components/charts/nothing'
import { inWords, type Measure } from '@/components/charts/words'
import { Link } from '@/components/ui/link'

interface AmountProps {
  readonly measure: Measure
  readonly value: number | null
  readonly href: string
}

/** A number in a table with the tickets behind it; behind a count of none there are none. */
export function Amount({ measure, value, href }: AmountProps) {
  if (value === null) return <Nothing />
  if (measure === 'count' && value === 0) return <span className="text-fg-muted">0</span>
  return (
    <Link href={href} className="hover:underline">
      {inWords(measure, value)}
    </Link>
  )
}
