import type { Metadata } from 'next'
import { CategoryForm } from '@/components/admin/category-form'
import { FormPage } from '@/components/admin/form-page'
import { requireAdmin } from '@/lib/auth/session'
import { allCategories } from '@/lib/categories/find'
import { addCategory } from '../actions'

export const metadata: Metadata = { title: 'New category' }

export default async function NewCategory() {
  await requireAdmin()
  const last = (await allCategories()).at(-1)
  return (
    <FormPage title="New category" back={{ href: '/admin/categories', label: 'Categories' }}>
      <CategoryForm
        action={addCategory}
        submit="Add category"
        category={{
          name: '',
          slug: '',
          description: '',
          active: true,
          displayOrder: (last?.displayOrder ?? 0) + 1,
        }}
      />
    </FormPage>
  )
}
