/** The first stop of the Tab key: over the navigation, to the page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed start-3 top-3 z-50 -translate-y-20 rounded-control bg-accent px-3 py-2 font-medium text-accent-fg text-console focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}
