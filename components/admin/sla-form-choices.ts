import type { Choice } from '@/components/ui/select'
import type { PersonName, PolicyChoices, PolicyRow, TeamName } from '@/lib/sla/policies/policy-row'
import type { FormChoices } from './sla-policy-form'

/** What a form offers: all that a policy can be made of, and what this one names although it is gone. */
export function formChoices(
  { categories, calendars, people, organizations, teams }: PolicyChoices,
  policy?: Pick<PolicyRow, 'conditions' | 'calendar' | 'steps'>,
): FormChoices {
  const calendar = policy?.calendar
  return {
    categories: withMissing(
      categories.map(({ slug, name, active }) => ({
        value: slug,
        label: active ? name : `${name} (inactive)`,
      })),
      policy?.conditions.categories.map(({ slug, name }) => ({ value: slug, label: name })) ?? [],
    ),
    calendars: withMissing(
      calendars.map(({ uid, name }) => ({ value: uid, label: name })),
      calendar ? [{ value: calendar.uid, label: `${calendar.name} (retired)` }] : [],
    ),
    organizations: withMissing(named(organizations), named(policy?.conditions.organizations ?? [])),
    teams: withMissing(named(teams), [
      ...named(policy?.conditions.teams ?? [], ' (retired)'),
      ...named(policy?.steps.flatMap(({ actions }) => actions.flatMap(teamsOf)) ?? [], ' (retired)'),
    ]),
    people: withMissing(
      people.map(({ email, name }) => ({ value: email, label: name })),
      policy?.steps
        .flatMap(({ actions }) => actions.flatMap(peopleOf))
        .map(({ email, name }) => ({ value: email, label: `${name} (has left)` })) ?? [],
    ),
  }
}

function peopleOf(action: PolicyRow['steps'][number]['actions'][number]): readonly PersonName[] {
  if (action.do === 'notify') return action.people
  return action.do === 'reassign' && action.to ? [action.to] : []
}

function teamsOf(action: PolicyRow['steps'][number]['actions'][number]): readonly TeamName[] {
  if (action.do === 'notify') return action.teams
  return action.do === 'hand_over' ? [action.to] : []
}

const named = (some: readonly { readonly uid: string; readonly name: string }[], more = '') =>
  some.map(({ uid, name }) => ({ value: uid, label: `${name}${more}` }))

const withMissing = (offered: readonly Choice[], named: readonly Choice[]): readonly Choice[] => [
  ...new Map([...named, ...offered].map((choice) => [choice.value, choice])).values(),
]
