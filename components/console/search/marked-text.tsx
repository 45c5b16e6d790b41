import type { Marked } from '@/lib/search/marks'

/** What somebody wrote, with what was searched for marked in it. */
export const MarkedText = ({ children }: { readonly children: Marked }) =>
  children.map(({ text, hit }, place) =>
    hit ? (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no name but their place
        key={place}
        className="rounded-chip bg-[color-mix(in_oklab,var(--accent)_18%,transparent)] font-medium text-inherit"
      >
        {text}
      </mark>
    ) : (
      text
    ),
  )
