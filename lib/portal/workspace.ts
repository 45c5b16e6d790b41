import { portalSettings } from '@/db/portal'
import { withDefaults } from '@/lib/settings/settings'
import { asVisitor } from './as-customer'

/** The name over every page, also for people who are not signed in. */
export const workspaceName = () =>
  asVisitor(async (tx) => {
    const stored = await tx
      .select({ key: portalSettings.key, value: portalSettings.value })
      .from(portalSettings)
    return withDefaults(stored).workspaceName
  })
