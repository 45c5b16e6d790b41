import type { Choice, ChoiceGroup } from './select'

/** Choices of time zones by continent, with the one that is needed among them also where it is an alias. */
export function zoneChoices(timeZones: readonly string[], needed: string): readonly (Choice | ChoiceGroup)[] {
  const zones = [...new Set([needed, ...timeZones])].map(zoneChoice).sort(byPlace)
  return [...Map.groupBy(zones, ({ area }) => area)].flatMap<Choice | ChoiceGroup>(([area, choices]) =>
    area === '' ? choices : [{ label: area, choices }],
  )
}

type ZoneChoice = Choice & { readonly area: string }

/** `America/Argentina/Buenos_Aires` is “Buenos Aires, Argentina” in America; `UTC` is nowhere. */
function zoneChoice(value: string): ZoneChoice {
  const words = value.replaceAll('_', ' ').split('/')
  const area = words.length > 1 ? (words[0] ?? '') : ''
  return {
    value,
    area,
    label: words
      .slice(area ? 1 : 0)
      .reverse()
      .join(', '),
  }
}

const byPlace = (one: ZoneChoice, other: ZoneChoice) =>
  `${one.area}/${one.label}` < `${other.area}/${other.label}` ? -1 : 1
