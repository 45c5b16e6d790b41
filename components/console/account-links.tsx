import type { AccountLinks } from '@/components/ui/account-menu'
import { Glyph } from '@/components/ui/glyph'
import { bulkPath } from './bulk/places'

/** The pages that are about whoever is signed in, for the account menu and the palette. */
export const accountLinks: AccountLinks = [
  { href: '/console/me/figures', label: 'My figures', icon: <Glyph name="chart-column" /> },
  { href: '/console/me', label: 'Preferences', icon: <Glyph name="sliders-horizontal" /> },
  { href: bulkPath, label: 'Bulk changes', icon: <Glyph name="list-checks" /> },
]
