import { amountWord } from '@/lib/sla/policies/amount'
import { nobody, teamPrefix } from '@/lib/sla/policies/choices'
import type { StepField } from '@/lib/sla/policies/form'
import type { StepRow } from '@/lib/sla/policies/policy-row'

/** A step as its fields hold it. */
export type StepDraft = Readonly<Record<Exclude<StepField, 'priorities' | 'actions' | 'teams'>, string>> & {
  readonly priorities: readonly string[]
  /** Whom to notify: addresses. */
  readonly actions: readonly string[]
  /** Whom else: uids of teams. */
  readonly teams: readonly string[]
}

export const emptyStep: StepDraft = {
  key: '',
  target: 'first_response',
  priorities: [],
  when: 'due',
  amount: '',
  actions: [],
  teams: [],
  reassign: '',
  tag: '',
  prioritize: '',
}

export function stepDraft({ key, target, priorities, when, actions }: StepRow): StepDraft {
  const reassign = actions.find((action) => action.do === 'reassign')
  const handOver = actions.find((action) => action.do === 'hand_over')
  const prioritize = actions.find((action) => action.do === 'prioritize')
  return {
    key,
    target,
    priorities,
    ...momentOf(when),
    actions: actions.flatMap((action) =>
      action.do === 'notify' ? action.people.map(({ email }) => email) : [],
    ),
    teams: actions.flatMap((action) => (action.do === 'notify' ? action.teams.map(({ uid }) => uid) : [])),
    reassign: handOver ? `${teamPrefix}${handOver.to.uid}` : reassign ? (reassign.to?.email ?? nobody) : '',
    tag: actions.flatMap((action) => (action.do === 'tag' ? [action.tag] : [])).join(', '),
    prioritize: prioritize?.to ?? '',
  }
}

function momentOf(when: StepRow['when']): Pick<StepDraft, 'when' | 'amount'> {
  if ('share' in when) return { when: 'share', amount: `${Math.round(when.share * 1000) / 10} %` }
  if (when.minutes === 0) return { when: 'due', amount: '' }
  return { when: when.minutes < 0 ? 'before' : 'after', amount: amountWord(Math.abs(when.minutes) * 60) }
}
