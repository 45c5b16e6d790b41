import Download from 'lucide-react/icons/download'
import { buttonClass } from '@/components/ui/button'

/** A file, no page: the browser keeps it and stays where it is. */
export const DownloadCsv = ({ href }: { readonly href: string }) => (
  <a href={href} download className={buttonClass({ variant: 'quiet', size: 28 }, 'print:hidden')}>
    <Download aria-hidden="true" className="size-4" />
    Download CSV
  </a>
)
