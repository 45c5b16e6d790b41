import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { cannedPath } from './places'

interface CannedPageProps {
  readonly title: string
  readonly description?: string
  readonly children: ReactNode
}

/** One canned reply, at a width at which a form reads well. */
export function CannedPage({ title, description, children }: CannedPageProps) {
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 px-4 py-4 lg:px-6">
      <PageHeader
        title={title}
        description={description}
        back={
          <Link href={cannedPath} className="inline-flex min-h-6 items-center gap-1 hover:text-fg">
            <ArrowLeft aria-hidden="true" className="size-3.5" />
            Canned replies
          </Link>
        }
      />
      {children}
    </div>
  )
}
