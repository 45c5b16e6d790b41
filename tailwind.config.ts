import type { Config } from 'tailwindcss'

/** Colours are the variables of globals.css; nothing of Tailwind's own palette remains, so nothing unmeasured slips in. */
const tones = (family: string, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        text: `var(--${family}-${name}-text)`,
        bg: `var(--${family}-${name}-bg)`,
        solid: `var(--${family}-${name}-solid)`,
      },
    ]),
  )

const solids = (family: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { solid: `var(--${family}-${name}-solid)` }]))

export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      canvas: 'var(--canvas)',
      surface: 'var(--surface)',
      raised: 'var(--raised)',
      sunken: 'var(--sunken)',
      hover: 'var(--hover)',
      selected: 'var(--selected)',
      border: { DEFAULT: 'var(--border)', strong: 'var(--border-strong)' },
      control: 'var(--control)',
      fg: { DEFAULT: 'var(--fg)', muted: 'var(--fg-muted)', subtle: 'var(--fg-subtle)' },
      accent: {
        DEFAULT: 'var(--accent)',
        fg: 'var(--accent-fg)',
        soft: 'var(--accent-soft)',
        text: 'var(--accent-text)',
      },
      ring: 'var(--ring)',
      note: { bg: 'var(--note-bg)', border: 'var(--note-border)', text: 'var(--note-text)' },
      status: tones('status', ['new', 'open', 'pending', 'hold', 'resolved', 'closed']),
      prio: { ...solids('prio', ['low', 'high', 'urgent']), ...tones('prio', ['medium']) },
      sla: tones('sla', ['ok', 'risk', 'breach', 'paused', 'met']),
      chart: {
        c1: 'var(--chart-c1)',
        c2: 'var(--chart-c2)',
        c3: 'var(--chart-c3)',
      },
    },
    fontFamily: {
      sans: ['var(--font-geist-sans)', 'ui-sans-serif', 'system-ui', 'sans-serif'],
      mono: ['var(--font-geist-mono)', 'ui-monospace', 'SFMono-Regular', 'Menlo', 'monospace'],
    },
    fontSize: {
      meta: ['0.75rem', '1rem'],
      console: ['0.8125rem', '1.25rem'],
      message: ['0.875rem', '1.375rem'],
      portal: ['1rem', '1.625rem'],
      lead: ['1.125rem', '1.625rem'],
      title: ['1.375rem', '1.75rem'],
      kpi: ['1.75rem', '2.125rem'],
      wall: ['2.5rem', '3rem'],
    },
    fontWeight: { normal: '400', medium: '500', semibold: '600' },
    borderRadius: {
      none: '0',
      chip: '4px',
      control: '6px',
      card: '8px',
      dialog: '12px',
      full: '9999px',
    },
    extend: {
      // Room for three panes: list, ticket, side panel.
      screens: { panes: '90rem' },
      transitionDuration: { quick: '120ms', calm: '180ms' },
      maxWidth: { measure: '72ch', portal: '45rem', wide: '60rem' },
      width: { rail: '3.25rem', sidebar: '14.5rem' },
    },
  },
} satisfies Config
