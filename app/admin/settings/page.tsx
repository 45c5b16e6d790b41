import type { Metadata } from 'next'
import { DefaultPriorityForm } from '@/components/admin/default-priority-form'
import { LifeCycleForm } from '@/components/admin/life-cycle-form'
import { RateLimitForm } from '@/components/admin/rate-limit-form'
import { SettingsSection } from '@/components/admin/settings-section'
import { WorkspaceForm } from '@/components/admin/workspace-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireAdmin } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import { timeZones } from '@/lib/time-zone'
import { changeDefaultPriority, changeLifeCycle, changeRateLimit, changeWorkspace } from './actions'

export const metadata: Metadata = { title: 'Settings' }

export default async function Administration() {
  await requireAdmin()
  const settings = await currentSettings()
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Settings" />
      <SettingsSection title="Workspace" description="How customers know you, and where your days begin.">
        <WorkspaceForm action={changeWorkspace} settings={settings} timeZones={timeZones} />
      </SettingsSection>
      <SettingsSection
        title="New tickets"
        description="What is promised for each priority is said under SLA."
      >
        <DefaultPriorityForm action={changeDefaultPriority} settings={settings} />
      </SettingsSection>
      <SettingsSection
        title="After resolving"
        description="How long customers may come back to a resolved ticket."
      >
        <LifeCycleForm action={changeLifeCycle} settings={settings} />
      </SettingsSection>
      <SettingsSection
        title="Limits"
        description="How much one customer may send. Agents who file for a customer are not limited."
      >
        <RateLimitForm action={changeRateLimit} settings={settings} />
      </SettingsSection>
    </div>
  )
}
