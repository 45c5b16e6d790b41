const units = [
  { word: 'd', seconds: 86_400, also: /^d(ays?)?$/ },
  { word: 'h', seconds: 3600, also: /^h((ou)?rs?)?$/ },
  { word: 'min', seconds: 60, also: /^m(in(ute)?s?)?$/ },
  { word: 's', seconds: 1, also: /^s(ec(ond)?s?)?$/ },
] as const

const part = /^(\d{1,9}(?:[.,]\d{1,4})?)\s*([a-z]+)[\s,]*/

/** The seconds of what somebody typed: `8 h`, `90min`, `1.5 d`, `1 h 30 min`. Null where it is no amount of whole seconds. */
export function secondsOf(text: string): number | null {
  let rest = text.trim().toLowerCase()
  if (rest === '' || rest.length > 60) return null
  let seconds = 0
  while (rest !== '') {
    const [all = '', count = '', word = ''] = part.exec(rest) ?? []
    const unit = units.find(({ also }) => also.test(word))
    if (!unit) return null
    seconds += Number(count.replace(',', '.')) * unit.seconds
    rest = rest.slice(all.length)
  }
  const whole = Math.round(seconds)
  return Math.abs(whole - seconds) < 0.001 ? whole : null
}

/** `3 d`, `1 h 30 min`: read back, it is as many seconds. */
export const amountWord = (seconds: number) => spelt(seconds, units)

/** Of open time, which has no days that mean anything: `72 h`. */
export const openAmountWord = (seconds: number) => spelt(seconds, units.slice(1))

function spelt(seconds: number, among: readonly (typeof units)[number][]) {
  let rest = seconds
  const words = among.flatMap(({ word, seconds: each }) => {
    const count = Math.floor(rest / each)
    rest -= count * each
    return count > 0 ? [`${count} ${word}`] : []
  })
  return words.join(' ') || '0 min'
}
