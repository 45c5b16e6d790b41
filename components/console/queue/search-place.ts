export const searchId = 'search'

export const searchPath = '/console/search'

/** Where a page without a search field goes to search. */
export const searchHref = `${searchPath}#${searchId}`

/** Puts the cursor into the search field of the page. False: there is none. */
export function focusSearch() {
  const field = document.getElementById(searchId)
  if (!(field instanceof HTMLInputElement)) return false
  field.focus()
  field.select()
  return true
}
