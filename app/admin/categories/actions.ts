'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { adminAction } from '@/lib/action'
import { categoryFields } from '@/lib/categories/category'
import { createCategory } from '@/lib/categories/create'
import { editCategory } from '@/lib/categories/edit'

const fields = {
  ...categoryFields,
  active: z.enum(['yes', 'no'], 'Choose whether customers see it').transform((word) => word === 'yes'),
}

export const addCategory = adminAction(z.object(fields), async (admin, category) => {
  const { slug } = await createCategory(admin, category)
  revalidatePath('/admin/categories')
  redirect(`/admin/categories?saved=${slug}`)
})

const edit = z.object({ ...fields, category: z.string().regex(/^[a-z0-9-]+$/), from: z.string() })

export const changeCategory = adminAction(edit, async (admin, { category, from, ...to }) => {
  const { slug } = await editCategory(admin, category, { ...to, description: to.description ?? '' }, from)
  revalidatePath('/admin/categories')
  redirect(`/admin/categories?saved=${slug}`)
})
