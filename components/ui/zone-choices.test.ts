import { expect, test } from 'vitest'
import { timeZones } from '@/lib/time-zone'
import { zoneChoices } from './zone-choices'

test('zones stand below their continent by the name of the place, UTC before them', () => {
  const [first, ...groups] = zoneChoices(timeZones, 'Europe/Oslo')
  expect(first).toMatchObject({ value: 'UTC', label: 'UTC' })
  expect(groups.map(({ label }) => label)).toEqual(groups.map(({ label }) => label).toSorted())
  const american = groups.find(({ label }) => label === 'America')
  const places = american && 'choices' in american ? american.choices : []
  expect(places).toContainEqual(
    expect.objectContaining({ value: 'America/Argentina/Ushuaia', label: 'Ushuaia, Argentina' }),
  )
  expect(places.map(({ label }) => label)).toEqual(places.map(({ label }) => label).toSorted())
})

test('a zone by an older or newer name can stay chosen', () => {
  const values = (needed: string) =>
    zoneChoices(['Asia/Calcutta', 'UTC'], needed).flatMap((one) =>
      'choices' in one ? one.choices.map(({ value }) => value) : [one.value],
    )
  expect(values('Asia/Kolkata')).toEqual(['UTC', 'Asia/Calcutta', 'Asia/Kolkata'])
  expect(values('UTC')).toEqual(['UTC', 'Asia/Calcutta'])
})
