import { isCustomer, type Viewer } from '@/lib/viewer'

/** Where a person's work is. */
export const home = (viewer: Viewer) => (isCustomer(viewer) ? '/tickets' : '/console')

/** Where to go after signing in: where the person wanted to go (a `nextPath`), if it is theirs to see. */
export function landing(viewer: Viewer, next: string | undefined) {
  if (!next) return home(viewer)
  const staffs = /^\/(console|admin)(?![^/?#])/.test(next)
  return staffs === isCustomer(viewer) ? home(viewer) : next
}
