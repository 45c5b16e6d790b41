import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { workspace } from '@/app/workspace'
import { PortalShell } from '@/components/portal/shell'
import { Glyph } from '@/components/ui/glyph'
import { currentViewer } from '@/lib/auth/session'

export async function generateMetadata(): Promise<Metadata> {
  const name = await workspace()
  return { title: { absolute: name, template: `%s · ${name}` } }
}

const accountLinks = [{ href: '/account', label: 'Your account', icon: <Glyph name="user-round" /> }]

export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const [viewer, name] = await Promise.all([currentViewer(), workspace()])
  const account = viewer ? { name: viewer.name, email: viewer.email } : undefined
  return (
    <PortalShell workspace={name} account={account} accountLinks={accountLinks}>
      {children}
    </PortalShell>
  )
}
