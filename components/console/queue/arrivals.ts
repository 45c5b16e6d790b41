/**
 * The rows that a page of the queue would have now and that whoever looks at it has not before them, of those that
 * belong between its rows. Behind a full page's last row are the next page's, which only moved up.
 */
export function arrivals(
  known: readonly string[],
  page: readonly string[],
  { full }: { readonly full: boolean },
): readonly string[] {
  const last = page.findLastIndex((refid) => known.includes(refid))
  return page.filter((refid, place) => !known.includes(refid) && (!full || place < last))
}
