import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { Clock } from '@/components/ui/clock'
import { DescriptionList } from '@/components/ui/description-list'
import { NameForm } from '@/components/ui/name-form'
import { OwnSessions } from '@/components/ui/own-sessions'
import { PageHeader } from '@/components/ui/page-header'
import { PasswordForm } from '@/components/ui/password-form'
import { SignOutForm } from '@/components/ui/sign-out-form'
import { ThemeSwitch } from '@/components/ui/theme-switch'
import { ZoneForm } from '@/components/ui/zone-form'
import { ownSessions } from '@/lib/auth/own-sessions'
import { requireCustomer } from '@/lib/auth/session'
import { zoneInWords } from '@/lib/portal/promise'
import { timeZones } from '@/lib/time-zone'
import { changeOwnName, changePassword, changeZone, signOutOthers } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const customer = await requireCustomer()
  const { name, email, timeZone } = customer
  return (
    <Clock now={new Date()} timeZone={timeZone}>
      <div className="mx-auto max-w-portal">
        <PageHeader title="Your account" />
        <div className="mt-8 divide-y *:py-8 *:first:pt-0">
          <section aria-label="You" className="space-y-6 *:max-w-100">
            <DescriptionList items={[{ term: 'E-mail', detail: email }]} />
            <NameForm action={changeOwnName} name={name} hint="As we address you" own />
          </section>
          <section aria-labelledby="clock" className="*:max-w-100">
            <h2 id="clock" className="mb-4 font-semibold text-portal">
              Dates and times
            </h2>
            <ZoneForm
              action={changeZone}
              timeZone={timeZone}
              timeZones={timeZones}
              hint="You read all times in it, also when you will hear from us"
              own
            />
          </section>
          <section aria-labelledby="password" className="*:max-w-100">
            <h2 id="password" className="mb-4 font-semibold text-portal">
              Change your password
            </h2>
            <PasswordForm action={changePassword} email={email} zone={zoneInWords(timeZone)} />
          </section>
          <section aria-labelledby="sessions" className="*:max-w-100">
            <h2 id="sessions" className="mb-4 font-semibold text-portal">
              Where you are signed in
            </h2>
            <OwnSessions sessions={await ownSessions(customer)} action={signOutOthers} />
          </section>
          <section aria-labelledby="theme" className="noscript:hidden *:max-w-100">
            <h2 id="theme" className="mb-3 font-semibold text-portal">
              Appearance
            </h2>
            <ThemeSwitch />
          </section>
          <section aria-label="Leave">
            <SignOutForm>
              <Button type="submit">Sign out</Button>
            </SignOutForm>
          </section>
        </div>
      </div>
    </Clock>
  )
}
