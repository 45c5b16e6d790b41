import type { ReactNode } from 'react'

interface SettingsSectionProps {
  readonly title: string
  readonly description: string
  readonly children: ReactNode
}

/** What belongs together is saved together: words at the left, its form at the right. */
export function SettingsSection({ title, description, children }: SettingsSectionProps) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-t pt-6 md:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <h2 className="font-semibold text-message">{title}</h2>
        <p className="mt-0.5 text-balance text-fg-muted">{description}</p>
      </div>
      {children}
    </section>
  )
}
