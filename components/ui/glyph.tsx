import clsx from 'clsx'
import drawings from './glyphs.svg'

const sheet: { readonly src: string } = drawings

interface GlyphProps {
  /** Of a drawing in `glyphs.svg`. */
  readonly name: string
  /** Where no word stands beside it, the glyph says it. */
  readonly label?: string
  readonly className?: string
}

/** A drawing in the colour of its text. It refers to one sheet for all, so that a page of rows stays small. */
export function Glyph({ name, label, className }: GlyphProps) {
  return (
    <svg
      className={clsx('glyph', className)}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {label && <title>{label}</title>}
      <use href={`${sheet.src}#${name}`} />
    </svg>
  )
}
