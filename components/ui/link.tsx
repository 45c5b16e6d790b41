import NextLink from 'next/link'
import type { ComponentProps } from 'react'

export type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch'>

/**
 * A link that is followed without loading the page anew. It never looks ahead: every page here is made for its reader, so
 * all that could be fetched before the click is a frame that is already there, once for each link in sight.
 */
export const Link = (props: LinkProps) => <NextLink {...props} prefetch={false} />
