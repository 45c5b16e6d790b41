import { Prose } from '@/components/ui/prose'

/** What stands below a reply when the customer gets it. It is no part of what is typed. */
export const Signature = ({ children }: { readonly children: string }) => (
  <section
    aria-label="Your signature"
    className="mx-2.5 mb-2 max-h-24 overflow-y-auto border-t border-dashed pt-1.5 text-fg-muted text-meta"
  >
    <Prose>{children}</Prose>
  </section>
)
