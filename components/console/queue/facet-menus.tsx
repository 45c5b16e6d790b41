'use client'

import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, MenuChoice, MenuGroup } from '@/components/ui/menu'
import { slaStates } from '@/lib/tickets/queue-sorts'
import { priorities, priorityWord, statuses, statusWord } from '@/lib/tickets/ticket'
import { type Asked, type FilterChoices, needWord, slaWord } from './facets'
import type { Ask } from './use-asked'

interface FacetMenusProps {
  readonly asked: Asked
  readonly ask: Ask
  readonly choices: FilterChoices
}

/** One menu for each thing that a queue can be asked; several values of one are alternatives. */
export function FacetMenus({ asked, ask, choices: { agents, categories } }: FacetMenusProps) {
  return (
    <>
      <Facet label="Status" active={asked.status.length > 0}>
        {statuses.map((status) => (
          <MenuChoice
            key={status}
            checked={asked.status.includes(status)}
            onChange={() => ask({ status: toggled(statuses, asked.status, status) })}
          >
            {statusWord[status]}
          </MenuChoice>
        ))}
      </Facet>
      <Facet label="Priority" active={asked.priority.length > 0}>
        {priorities.toReversed().map((priority) => (
          <MenuChoice
            key={priority}
            checked={asked.priority.includes(priority)}
            onChange={() => ask({ priority: toggled(priorities, asked.priority, priority) })}
          >
            {priorityWord[priority]}
          </MenuChoice>
        ))}
      </Facet>
      <Facet label="Category" active={asked.category.length > 0}>
        {categories.map(({ slug, name }) => (
          <MenuChoice
            key={slug}
            checked={asked.category.includes(slug)}
            onChange={() => ask({ category: toggled(slugs(categories), asked.category, slug) })}
          >
            {name}
          </MenuChoice>
        ))}
      </Facet>
      <Facet label="Assignee" active={Boolean(asked.assignee)}>
        {[{ email: 'me', name: 'Me' }, { email: 'none', name: 'Nobody' }, ...agents].map(
          ({ email, name }) => (
            <MenuChoice
              key={email}
              checked={asked.assignee === email}
              onChange={(chosen) => ask({ assignee: chosen ? email : undefined })}
            >
              {name}
            </MenuChoice>
          ),
        )}
      </Facet>
      <Facet label="Waiting" active={Boolean(asked.needs || asked.sla)}>
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
      </Facet>
    </>
  )
}

interface FacetProps {
  readonly label: string
  readonly active: boolean
  readonly children: ReactNode
}

function Facet({ label, active, children }: FacetProps) {
  return (
    <Menu
      trigger={
        <Button size={28} className={active ? 'border-accent! text-accent-text!' : undefined}>
          {label}
          {active && <span className="sr-only">, filtered</span>}
          <ChevronDown aria-hidden="true" className="size-3.5 text-fg-subtle" />
        </Button>
      }
    >
      {children}
    </Menu>
  )
}

const slugs = (categories: FilterChoices['categories']) => categories.map(({ slug }) => slug)

/** In the order of `all`, so that the same choice always has the same address. */
const toggled = <Word extends string>(all: readonly Word[], chosen: readonly Word[], word: Word) =>
  all.filter((one) => (one === word ? !chosen.includes(one) : chosen.includes(one)))
