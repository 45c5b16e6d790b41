/** At most three lines of somebody's words. A press shows all of them, also without JavaScript and on a phone. */
export const Clamped = ({ children }: { readonly children: string }) => (
  <span tabIndex={-1} title={children} className="line-clamp-3 focus:line-clamp-none">
    {children}
  </span>
)
