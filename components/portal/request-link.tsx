import { Link } from '@/components/ui/link'

/** Another request of the same customer, by its reference. */
export const RequestLink = ({ refid }: { readonly refid: string }) => (
  <Link
    href={`/tickets/${refid}`}
    className="whitespace-nowrap font-mono text-accent-text underline underline-offset-2"
  >
    {refid}
  </Link>
)
