import { existsSync, readFileSync } from 'node:fs'

/** Text that other programs have stumbled over. A few of every kind are ours and always tried. */
export const naughty = [
  'undefined',
  '__proto__',
  'NaN',
  '0x7fffffff',
  '9'.repeat(60),
  'Ω≈ç√∫˜µ≤≥÷ ¸˛Ç◊ı˜Â¯˘¿',
  '田中さんにあげて下さい',
  'مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ اللُّغَةِ',
  '👩‍👩‍👧‍👦 🇺🇸🇷🇺 ✋🏿',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  '\u2028line\u2029ends\u0085',
  '\u202eright to left\u202c',
  '\ufeffbom \u200b zero width',
  'a\0b',
  '\u001b[31mred\u0007 \u0008',
  '%s%n%x %d {{7*7}} $' + '{7*7} <%= 7*7 %> #{7*7}',
  '../../../../etc/passwd',
  '$(touch /tmp/x) `id` ; ls',
  'a\r\nSet-Cookie: x=y',
]

export const sqlWords = [
  "' or 1=1 --",
  "'; drop table tickets; --",
  "1' union select null, email, password_hash from people --",
  "') or ('1'='1",
  '" or ""="',
  "\\' or 1=1 --",
  '1; select pg_sleep(10) --',
  "admin'/*",
  "' || (select version()) || '",
  '%',
  '_',
  '\\',
  "'",
  ':*',
  '!&|()<->',
  '$1',
]

export const scripts = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  '<!--<script>alert(1)</script>-->',
  '[click](javascript:alert(1))',
  '[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '![x](x"onerror="alert(1))',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<form action=//evil.test><button formaction=javascript:alert(1)>x',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<math><mtext></mtext><style><img src=x onerror=alert(1)></style></math>',
  'http://a.test/"onmouseover="alert(1)',
  '<a href="jAvAsCrIpT&colon;alert(1)">x</a>',
  ']]><script>alert(1)</script>',
  '\u2028</script\u2029><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
]

/**
 * Ours, and `count` more of a collection where that is there (`../shared/corpora`): each day others, so that in time
 * all of them are tried.
 */
export function withCorpus(own: readonly string[], file: string, count: number): readonly string[] {
  const path = `../shared/corpora/${file}`
  if (!existsSync(path)) return own
  const collected: { strings?: unknown[]; cases?: { payload?: string; input?: string }[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  const strings = [
    ...(collected.strings ?? []),
    ...(collected.cases ?? []).map(({ payload, input }) => payload ?? input),
  ].filter((text): text is string => typeof text === 'string' && text.length < 5_000)
  const today = Math.floor(Date.now() / 86_400_000)
  const from = (today * count) % Math.max(strings.length, 1)
  return [...own, ...[...strings.slice(from), ...strings.slice(0, from)].slice(0, count)]
}
