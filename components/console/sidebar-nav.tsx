'use client'

import type { Agent } from '@/lib/viewer'
import { NavRow } from './nav-row'
import { consoleSections, type NavSection } from './sections'

/** The places to go to. Drawn from the role alone, so that none of it has to be sent with each page. */
export function SidebarNav({ role }: Pick<Agent, 'role'>) {
  return consoleSections(role).map((section) => <Section key={section.label} section={section} />)
}

function Section({ section }: { readonly section: NavSection }) {
  return (
    <div>
      <p className="px-2 pb-1 font-medium text-fg-muted text-meta md:max-lg:sr-only">{section.label}</p>
      <ul className="flex flex-col gap-px">
        {section.items.map((item) => (
          <li key={item.href}>
            <NavRow item={item} />
          </li>
        ))}
      </ul>
    </div>
  )
}
