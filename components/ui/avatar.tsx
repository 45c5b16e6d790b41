import clsx from 'clsx'

const hues = [
  'bg-status-new-bg text-status-new-text',
  'bg-status-open-bg text-status-open-text',
  'bg-status-hold-bg text-status-hold-text',
  'bg-status-resolved-bg text-status-resolved-text',
  'bg-status-pending-bg text-status-pending-text',
  'bg-prio-medium-bg text-prio-medium-text',
]

const sizes = {
  20: 'size-5 text-[0.5625rem]',
  24: 'size-6 text-[0.625rem]',
  32: 'size-8 text-meta',
  40: 'size-10 text-message',
}

interface AvatarProps {
  readonly name: string
  readonly size?: keyof typeof sizes
  /** True where the name is not written beside it. */
  readonly alone?: boolean
}

/** Initials on a hue that stays with the name. */
export function Avatar({ name, size = 24, alone = false }: AvatarProps) {
  return (
    <span
      {...(alone ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      className={clsx('avatar', hues[hueOf(name)], sizes[size])}
    >
      {initialsOf(name)}
    </span>
  )
}

const initialsOf = (name: string) => {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase('en')
}

const hueOf = (name: string) =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % hues.length
