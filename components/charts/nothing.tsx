/** In the place of a number that there is none of: of nothing there is no share and no median. */
export const Nothing = ({ words = 'nothing to count' }: { readonly words?: string }) => (
  <>
    <span aria-hidden="true" className="text-fg-subtle">
      —
    </span>
    <span className="sr-only">{words}</span>
  </>
)
