import type { ComponentProps } from 'react'

export interface LinkProps extends ComponentProps<'a'> {
  readonly href: string
  /** False: the page that comes is as far down as this one is. */
  readonly scroll?: boolean
}

/**
 * A link to a page of ours, which `LinkFollower` follows without loading it anew. An element and no more: a router's link
 * costs the server ten times as much, in pages that are full of links. Nothing is fetched before the press: every page
 * here is made for its reader, so that would be a frame that is already there.
 */
export const Link = ({ scroll = true, children, ...rest }: LinkProps) => (
  <a {...rest} data-follow={scroll ? 'top' : 'here'}>
    {children}
  </a>
)
