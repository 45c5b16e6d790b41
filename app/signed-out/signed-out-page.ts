import type { TypedText } from '@/lib/auth/typed-texts'
import type { Theme } from '@/lib/preferences/choices'

interface SignedOut {
  /** The address to sign in at. */
  readonly signIn: string
  /** Null: what was posted could not be read. */
  readonly texts: readonly TypedText[] | null
  readonly theme: Theme
}

/** A page of its own in HTML: no page of React can read what was posted to it. Colours and sizes are those of globals.css. */
export const signedOutPage = ({ signIn, texts, theme }: SignedOut) => `<!doctype html>
<html lang="en" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>You are signed out · Deskwell</title>
<link rel="icon" href="/icon.svg">
<style>${style}</style>
</head>
<body>
<header><svg viewBox="0 0 24 24" aria-hidden="true"><path fill-rule="evenodd" d="${logo}"/></svg>Deskwell</header>
<main>
<h1>You are signed out</h1>
<p>Nothing was sent. ${words(texts)}</p>
<p><a href="${escaped(signIn)}" target="_blank" rel="noopener">Sign in<span> (opens a new tab)</span></a></p>
${(texts ?? []).map(shown).join('\n')}
</main>
</body>
</html>
`

function words(texts: SignedOut['texts']) {
  if (!texts) return 'It was too much to be shown here: go back to find what you wrote.'
  if (texts.length === 0) return 'Sign in and try again.'
  return 'What you wrote is still here: sign in, copy it and send it again.'
}

const shown = ({ name, text }: TypedText, place: number) =>
  `<label for="text-${place}">${escaped(labelOf(name))}</label>
<textarea id="text-${place}" readonly dir="auto" rows="${Math.min(12, Math.max(1, text.split('\n').length, Math.ceil(text.length / 60)))}">
${escaped(text)}</textarea>`

/** `firstResponse` as "First response". */
function labelOf(name: string) {
  const spaced = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? '')

/** As components/ui/logo.tsx draws it. */
const logo =
  'M3 4.5A2.5 2.5 0 0 1 5.5 2H12a10 10 0 0 1 0 20H5.5A2.5 2.5 0 0 1 3 19.5ZM12 7v10a5 5 0 0 0 0-10Z'

const style = `
:root { color-scheme: light dark; --surface: light-dark(oklch(0.992 0.002 265), oklch(0.19 0.007 265));
  --sunken: light-dark(oklch(0.975 0.003 265), oklch(0.17 0.006 265)); --control: light-dark(oklch(0.62 0.012 265), oklch(0.58 0.014 265));
  --fg: light-dark(oklch(0.22 0.012 265), oklch(0.95 0.004 265)); --accent: light-dark(oklch(0.5 0.19 268), oklch(0.565 0.19 268));
  --ring: light-dark(oklch(0.55 0.2 268), oklch(0.7 0.15 268)) }
[data-theme=light] { color-scheme: light }
[data-theme=dark] { color-scheme: dark }
* { box-sizing: border-box }
body { margin: 0; background: var(--surface); color: var(--fg); font: 1rem/1.625rem Geist, system-ui, sans-serif }
header { display: flex; align-items: center; gap: 0.5rem; height: 3.5rem; padding: 0 1rem; font-size: 0.875rem; font-weight: 600 }
svg { width: 1.25rem; fill: var(--accent) }
main { max-width: 45rem; margin: 0 auto; padding: 2rem 1rem }
h1 { margin: 0; font-size: 1.375rem; line-height: 1.75rem; font-weight: 600 }
p { margin: 0.75rem 0 1.5rem }
a { display: inline-flex; min-height: 2.75rem; align-items: center; padding: 0 1rem; border-radius: 6px; background: var(--accent);
  color: #fff; font-weight: 500; text-decoration: none }
span { white-space: pre }
label { display: block; margin-top: 1rem; font-size: 0.875rem; font-weight: 500 }
textarea { display: block; width: 100%; margin-top: 0.25rem; padding: 0.5rem 0.625rem; border: 1px solid var(--control); border-radius: 6px;
  background: var(--sunken); color: inherit; font: inherit; resize: vertical }
:focus-visible { outline: 2px solid var(--ring); outline-offset: 2px }
`
