'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { mergeHref, tagsPath } from '@/components/admin/tag-places'
import { adminAction } from '@/lib/action'
import { deleteTag } from '@/lib/tags/delete'
import { otherTag } from '@/lib/tags/find'
import { mergeTags } from '@/lib/tags/merge'
import { renameTag } from '@/lib/tags/rename'
import { tagName } from '@/lib/tags/tag'

const named = z.object({ tag: tagName })
const both = named.extend({ into: tagName })

export const renameTagTo = adminAction(named.extend({ name: tagName }), async (admin, { tag, name }) => {
  const kept = await renameTag(admin, tag, name)
  revalidatePath(tagsPath, 'layout')
  redirect(`${tagsPath}?renamed=${encodeURIComponent(kept)}`)
})

/** Nothing is merged yet: the page comes back and asks. */
export const chooseTag = adminAction(both, async (admin, { tag, into }) => {
  redirect(mergeHref(tag, (await otherTag(admin, tag, into)).name))
})

export const mergeTag = adminAction(both, async (admin, { tag, into }) => {
  await mergeTags(admin, tag, into)
  revalidatePath(tagsPath, 'layout')
  redirect(`${tagsPath}?merged=${encodeURIComponent(tag)}&into=${encodeURIComponent(into)}`)
})

export const takeOutTag = adminAction(named, async (admin, { tag }) => {
  await deleteTag(admin, tag)
  revalidatePath(tagsPath, 'layout')
  redirect(`${tagsPath}?deleted=${encodeURIComponent(tag)}`)
})
