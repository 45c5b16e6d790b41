import { redirect } from 'next/navigation'
import { workspace } from '@/app/workspace'
import { Landing } from '@/components/portal/landing'
import { ListSkeleton } from '@/components/portal/skeletons'
import { Welcome } from '@/components/portal/welcome'
import { Arriving } from '@/components/ui/arriving'
import { Clock } from '@/components/ui/clock'
import { home } from '@/lib/auth/home'
import { currentViewer } from '@/lib/auth/session'
import { isSetupOpen } from '@/lib/auth/set-up'
import { ownTickets } from '@/lib/portal/find'
import { type Customer, isCustomer } from '@/lib/viewer'

export default async function HelpHome() {
  const viewer = await currentViewer()
  if (!viewer && (await isSetupOpen())) redirect('/setup')
  if (!viewer) return <Landing workspace={await workspace()} />
  if (!isCustomer(viewer)) redirect(home(viewer))
  return (
    <Arriving fallback={<ListSkeleton />}>
      <OwnHome customer={viewer} />
    </Arriving>
  )
}

async function OwnHome({ customer }: { readonly customer: Customer }) {
  const { tickets, more, tookTooLong } = await ownTickets(customer)
  return (
    <Clock now={new Date()} timeZone={customer.timeZone}>
      <Welcome name={customer.name} tickets={tickets} more={more} tookTooLong={tookTooLong} />
    </Clock>
  )
}
