import Download from 'lucide-react/icons/download'
import { buttonClass } from '@/components/ui/button'

const look = buttonClass({ variant: 'quiet', size: 28 }, 'print:hidden')

/** A file, no page: the browser keeps it and stays where it is. */
export const DownloadCsv = ({ href }: { readonly href: string }) => (
  <a href={href} download className={look}>
    <Face />
  </a>
)

/** For what is written down when it is taken: a link would be followed by whatever looks ahead. */
export const ExportCsv = ({ href }: { readonly href: string }) => (
  <form method="post" action={href}>
    <button type="submit" className={look}>
      <Face />
    </button>
  </form>
)

const Face = () => (
  <>
    <Download aria-hidden="true" className="size-4" />
    Download CSV
  </>
)
