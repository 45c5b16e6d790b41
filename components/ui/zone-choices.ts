import type { Choice } from '@/components/ui/select'

/** Choices of time zones, with the present one among them also where it is an alias. */
export const zoneChoices = (timeZones: readonly string[], present: string): readonly Choice[] =>
  [...new Set([present, ...timeZones])]
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
