import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { CustomerAccess } from '@/components/console/customers/customer-access'
import { CustomerFacts } from '@/components/console/customers/customer-facts'
import { CustomerOrganization } from '@/components/console/customers/customer-organization'
import { CustomerScreen } from '@/components/console/customers/customer-screen'
import { CustomerTickets } from '@/components/console/customers/customer-tickets'
import { EmailForm } from '@/components/ui/email-form'
import { NameForm } from '@/components/ui/name-form'
import { SetPasswordForm } from '@/components/ui/set-password-form'
import { requireAgent } from '@/lib/auth/session'
import { Missing } from '@/lib/errors'
import { organizationNames } from '@/lib/organizations/find'
import { readAsked } from '@/lib/page'
import { customerByUid } from '@/lib/people/customers'
import { ticketsOfRequester } from '@/lib/tickets/of-requester'
import { isAdmin } from '@/lib/viewer'
import {
  changeEmailOfCustomer,
  changeNameOfCustomer,
  employCustomer,
  keepCustomerOut,
  letCustomerIn,
  setPasswordOfCustomer,
} from '../actions'

type Props = PageProps<'/console/customers/[customer]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openCustomer((await params).customer)).name }
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const agent = await requireAgent()
  const customer = await openCustomer((await params).customer)
  const { uid, name, email, organization, deactivatedAt } = customer
  const [tickets, names] = await Promise.all([
    ticketsOfRequester(agent, uid, readAsked(await searchParams)),
    isAdmin(agent) ? organizationNames(agent) : null,
  ])
  return (
    <CustomerScreen customer={customer} now={new Date()} timeZone={agent.timeZone}>
      <CustomerTickets uid={uid} name={name} tickets={tickets} />
      <CustomerFacts
        customer={customer}
        organizationHref={names && organization ? `/admin/organizations/${organization.uid}` : undefined}
      >
        {names && (
          <>
            <section className="border-t pt-4">
              <NameForm action={changeNameOfCustomer} name={name} hint="As everybody reads it">
                <input type="hidden" name="customer" value={uid} />
              </NameForm>
            </section>
            <EmailForm action={changeEmailOfCustomer} email={email}>
              <input type="hidden" name="customer" value={uid} />
            </EmailForm>
            <CustomerOrganization action={employCustomer} customer={customer} names={names} />
            <SetPasswordForm action={setPasswordOfCustomer}>
              <input type="hidden" name="customer" value={uid} />
            </SetPasswordForm>
            <CustomerAccess action={deactivatedAt ? letCustomerIn : keepCustomerOut} customer={customer} />
          </>
        )}
      </CustomerFacts>
    </CustomerScreen>
  )
}

/** Once per request, for the title and for the page. */
const openCustomer = cache(async (uid: string) => {
  const agent = await requireAgent()
  try {
    return await customerByUid(agent, uid)
  } catch (error) {
    if (error instanceof Missing) notFound()
    throw error
  }
})
