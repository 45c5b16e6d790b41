import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { FocusHeir } from '@/components/ui/focus-heir'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'

interface FormPageProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  /** The list that it belongs to. */
  readonly back: { readonly href: string; readonly label: string }
  readonly children: ReactNode
}

/** One thing to fill in, at a width at which a form reads well. */
export function FormPage({ title, description, back, children }: FormPageProps) {
  return (
    <div className="flex max-w-140 flex-col gap-6">
      <FocusHeir />
      <PageHeader
        title={title}
        description={description}
        back={
          <Link href={back.href} className="inline-flex min-h-6 items-center gap-1 hover:text-fg">
            <ArrowLeft aria-hidden="true" className="size-3.5" />
            {back.label}
          </Link>
        }
      />
      {children}
    </div>
  )
}
