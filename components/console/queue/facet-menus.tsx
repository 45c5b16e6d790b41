'use client'

import { Menu, MenuChoice, MenuGroup } from '@/components/ui/menu'
import { slaStates } from '@/lib/tickets/queue-sorts'
import { priorities, priorityWord, statuses, statusWord } from '@/lib/tickets/ticket'
import type { Asked } from '@/lib/tickets/views'
import { FacetButton } from './facet-buttons'
import { NamesMenu, WordsMenu } from './facet-menu'
import { needWord, slaWord } from './facets'
import type { Ask } from './use-asked'

interface FacetMenusProps {
  readonly asked: Asked
  readonly ask: Ask
}

/** One menu for each thing that a queue can be asked; several values of one are alternatives. */
export function FacetMenus({ asked, ask }: FacetMenusProps) {
  return (
    <>
      <WordsMenu
        label="Status"
        all={statuses}
        words={statusWord}
        values={asked.status}
        onChange={(status) => ask({ status })}
      />
      <WordsMenu
        label="Priority"
        all={priorities}
        words={priorityWord}
        backwards
        values={asked.priority}
        onChange={(priority) => ask({ priority })}
      />
      <Menu trigger={<FacetButton label="Waiting" active={Boolean(asked.needs || asked.sla)} />}>
        <MenuGroup label="Reply">
          {(['first_reply', 'us'] as const).map((needs) => (
            <MenuChoice
              key={needs}
              checked={asked.needs === needs}
              onChange={(chosen) => ask({ needs: chosen ? needs : undefined })}
            >
              {needWord[needs]}
            </MenuChoice>
          ))}
        </MenuGroup>
        <MenuGroup label="SLA">
          {slaStates.map((sla) => (
            <MenuChoice
              key={sla}
              checked={asked.sla === sla}
              onChange={(chosen) => ask({ sla: chosen ? sla : undefined })}
            >
              {slaWord[sla]}
            </MenuChoice>
          ))}
        </MenuGroup>
      </Menu>
      <NamesMenu
        facet="assignee"
        label="Assignee"
        before={someone}
        values={asked.assignee ? [asked.assignee] : []}
        // A ticket has one: choosing another takes the place of the first.
        onChange={(chosen) => ask({ assignee: chosen.find((email) => email !== asked.assignee) })}
      />
      <NamesMenu
        facet="team"
        label="Team"
        before={noTeam}
        values={asked.team}
        onChange={(team) => ask({ team })}
      />
      <NamesMenu
        facet="category"
        label="Category"
        values={asked.category}
        onChange={(category) => ask({ category })}
      />
      <NamesMenu facet="tag" label="Tag" values={asked.tag} onChange={(tag) => ask({ tag })} />
      <NamesMenu
        facet="organization"
        label="Organization"
        values={asked.organization}
        onChange={(organization) => ask({ organization })}
      />
    </>
  )
}

const someone = [
  { value: 'me', label: 'Me' },
  { value: 'none', label: 'Nobody' },
]
const noTeam = [{ value: 'none', label: 'No team' }]
