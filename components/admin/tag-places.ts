export const tagsPath = '/admin/tags'

export const tagHref = (name: string) => `${tagsPath}/${encodeURIComponent(name)}`

/** Asks whether one tag is to be merged into another. */
export const mergeHref = (name: string, into: string) =>
  `${tagHref(name)}?into=${encodeURIComponent(into)}#merge`
