import { cache } from 'react'
import { workspaceName } from '@/lib/portal/workspace'

/** Asked once per request, for the title, the header and the page. */
export const workspace = cache(workspaceName)
