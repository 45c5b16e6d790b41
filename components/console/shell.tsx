'use client'

import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/ui/account-menu'
import { buttonClass } from '@/components/ui/button'
import { DrawnFor } from '@/components/ui/drawn-for'
import { Glyph } from '@/components/ui/glyph'
import { Logo } from '@/components/ui/logo'
import { SkipLink } from '@/components/ui/skip-link'
import { Toaster } from '@/components/ui/toast'
import type { Theme } from '@/lib/preferences/choices'
import type { Agent } from '@/lib/viewer'
import type { ViewRow } from '@/lib/views/view'
import { accountLinks } from './account-links'
import { AvailabilitySwitch } from './availability-switch'
import { LiveFeed } from './live/live-feed'
import { LiveNotice } from './live/live-notice'
import { notFetched } from './not-fetched'
import { PageMark } from './page-mark'
import { SidebarNav } from './sidebar-nav'
import { SidebarTop } from './sidebar-top'
import { CountsFeed } from './view-count'

interface ConsoleShellProps {
  readonly agent: Pick<Agent, 'name' | 'email' | 'role'> & { readonly away: boolean }
  readonly workspace: string
  readonly savedViews: readonly ViewRow[]
  readonly children: ReactNode
}

const keepTheme = (theme: Theme) =>
  void import('./keep-looks').then(({ keepLooks }) => keepLooks({ theme }), notFetched)

const roleWord = { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' } as const

/**
 * The frame of console and admin pages: a sidebar from 1024 px, a rail of icons from 768, a drawer below. Drawer and
 * account menu are popovers of the browser, so all of it works without JavaScript. Pages bring their one h1.
 */
export function ConsoleShell({ agent, workspace, savedViews, children }: ConsoleShellProps) {
  const { role, away } = agent
  return (
    <div className="min-h-dvh bg-canvas print:block md:grid md:grid-cols-[3.25rem_minmax(0,1fr)] lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <SkipLink />
      <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-canvas px-2 md:hidden print:hidden">
        <button
          type="button"
          popoverTarget="console-nav"
          aria-label="Menu"
          className={buttonClass({ variant: 'quiet', size: 40, square: true })}
        >
          <Glyph name="menu" className="size-5" />
        </button>
        <Logo />
        <span className="min-w-0 truncate font-semibold text-message">{workspace}</span>
        <div className="ms-auto">
          <LiveNotice />
        </div>
      </header>
      <nav
        id="console-nav"
        popover="auto"
        aria-label="Console"
        className="m-0 h-dvh max-h-none w-68 max-w-[85vw] flex-col overflow-y-auto overscroll-contain border-0 border-e bg-canvas p-0 text-fg backdrop:bg-[rgb(8_10_16/0.45)] open:flex md:sticky md:top-0 md:flex md:w-auto md:max-w-none md:border-e-0 print:hidden"
      >
        <div className="flex h-12 shrink-0 items-center gap-2 px-4 md:max-lg:justify-center md:max-lg:px-0">
          <Logo />
          <span className="min-w-0 truncate font-semibold text-message md:max-lg:sr-only">{workspace}</span>
        </div>
        <div className="shrink-0 px-2 pb-2">
          <SidebarTop role={role} savedViews={savedViews} />
        </div>
        <div className="flex flex-1 flex-col gap-4 px-2 py-1">
          <SidebarNav role={role} savedViews={savedViews} />
        </div>
        <div className="sticky bottom-0 shrink-0 bg-canvas px-2 pt-2 pb-2">
          <LiveNotice />
          <AccountMenu
            account={{ ...agent, role: roleWord[role] }}
            links={accountLinks}
            place="bottom-13 start-2"
            nameClass="md:max-lg:sr-only"
            className="w-full md:max-lg:justify-center"
            onTheme={keepTheme}
          >
            <AvailabilitySwitch away={away} />
          </AccountMenu>
        </div>
      </nav>
      <main
        id="main"
        tabIndex={-1}
        className="isolate flex min-h-[calc(100dvh-3rem)] min-w-0 flex-col bg-surface md:min-h-dvh md:border-s"
      >
        <DrawnFor reader={agent.email}>{children}</DrawnFor>
      </main>
      <Toaster place="console" />
      <CountsFeed />
      <LiveFeed />
      <PageMark />
    </div>
  )
}
