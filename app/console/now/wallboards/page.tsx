import type { Metadata } from 'next'
import { AddWallboard } from '@/components/console/wallboards/add'
import { WallboardList } from '@/components/console/wallboards/list'
import { nowPath } from '@/components/console/wallboards/places'
import { Clock } from '@/components/ui/clock'
import { EmptyState } from '@/components/ui/empty-state'
import { FocusHeir } from '@/components/ui/focus-heir'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireSupervisor } from '@/lib/auth/session'
import { site } from '@/lib/auth/site'
import { wallboardList } from '@/lib/wallboards/find'
import type { Wallboard } from '@/lib/wallboards/wallboard'
import { addWallboard, renewLink, revoke } from './actions'

export const metadata: Metadata = { title: 'Wallboards' }

export default async function Wallboards({ searchParams }: PageProps<'/console/now/wallboards'>) {
  const supervisor = await requireSupervisor()
  const [all, asked] = await Promise.all([wallboardList(), searchParams])
  const done = sentence(all, asked)
  return (
    <Clock now={new Date().toISOString()} timeZone={supervisor.timeZone}>
      <FocusHeir />
      <div className="mx-auto flex w-full max-w-wide flex-col gap-5 px-4 py-4 lg:px-6">
        <PageHeader
          back={<Link href={nowPath}>Now</Link>}
          title="Wallboards"
          description="For a screen on the wall. Whoever has a link sees its numbers without signing in: how many tickets there are, what is due next by its reference, what each agent has and who is away. Nothing that a customer wrote or is called."
        />
        {done && (
          <Notice tone="good" live>
            {done}
          </Notice>
        )}
        <AddWallboard action={addWallboard} />
        {all.length > 0 ? (
          <WallboardList wallboards={all} origin={site().origin} renew={renewLink} revoke={revoke} />
        ) : (
          <EmptyState title="There are no wallboards yet">
            Name one after the place where it hangs; its link opens on any screen with a browser.
          </EmptyState>
        )}
      </div>
    </Clock>
  )
}

type Asked = Awaited<PageProps<'/console/now/wallboards'>['searchParams']>

/** What has just been done, by what the address says of it. */
function sentence(all: readonly Wallboard[], { renewed, revoked }: Asked) {
  const other = all.find(({ uid }) => uid === renewed)
  if (other) return `“${other.name}” has another link. The one before shows nothing any more.`
  return revoked === '1' && 'It is revoked. Its link shows nothing any more.'
}
