/** How many tickets are selected in the list of this page, as it tells who cannot see it. */
export const selectedCount = () =>
  Number(document.querySelector<HTMLElement>('[data-selected]')?.dataset.selected ?? 0)
