import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CategoryForm } from '@/components/admin/category-form'
import { FormPage } from '@/components/admin/form-page'
import { requireAdmin } from '@/lib/auth/session'
import { seen } from '@/lib/categories/category'
import { allCategories } from '@/lib/categories/find'
import { changeCategory } from '../actions'

export const metadata: Metadata = { title: 'Category' }

export default async function EditCategory({ params }: PageProps<'/admin/categories/[slug]'>) {
  await requireAdmin()
  const { slug } = await params
  const category = (await allCategories()).find((one) => one.slug === slug)
  if (!category) notFound()
  return (
    <FormPage title={category.name} back={{ href: '/admin/categories', label: 'Categories' }}>
      <CategoryForm action={changeCategory} submit="Save category" category={category}>
        <input type="hidden" name="category" value={slug} />
        <input type="hidden" name="from" value={seen(category)} />
      </CategoryForm>
    </FormPage>
  )
}
