import { cache } from 'react'
import { db } from '@/db/client'
import { portalSettings } from '@/db/portal'
import { withDefaults } from '@/lib/settings/settings'

/**
 * The name over every page, also for people who are not signed in. No customer's rows are read, so no customer's role is
 * taken: the view holds only what everybody may know. Asked once per request.
 */
export const workspaceName = cache(async () => {
  const stored = await db
    .select({ key: portalSettings.key, value: portalSettings.value })
    .from(portalSettings)
  return withDefaults(stored).workspaceName
})
