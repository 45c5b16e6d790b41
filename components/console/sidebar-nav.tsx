'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import type { Agent } from '@/lib/viewer'
import type { ViewRow } from '@/lib/views/view'
import { useSavedViews } from './counts'
import { NavRow } from './nav-row'
import { consoleSections, type NavSection } from './sections'

interface SidebarNavProps extends Pick<Agent, 'role'> {
  /** As the page came with them. */
  readonly savedViews: readonly ViewRow[]
}

/** The places to go to. Drawn from the role and the names of views, so that no more has to be sent with each page. */
export function SidebarNav({ role, savedViews }: SidebarNavProps) {
  const path = usePathname()
  useEffect(() => showCurrentOf(path), [path])
  return consoleSections(role, useSavedViews(savedViews)).map((section) => (
    <Section key={section.label} section={section} />
  ))
}

/** On a low screen the last places are below the edge: the one that this page is at comes into sight. The page itself stays. */
function showCurrentOf(_path: string) {
  const sidebar = document.getElementById('console-nav')
  const row = sidebar?.querySelector<HTMLElement>('.nav-row[aria-current="page"]')
  if (!sidebar || !row) return
  const foot = sidebar.lastElementChild?.clientHeight ?? 0
  const [first, last] = [row.offsetTop + row.offsetHeight + foot - sidebar.clientHeight, row.offsetTop]
  sidebar.scrollTop = Math.min(Math.max(sidebar.scrollTop, first), last)
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
