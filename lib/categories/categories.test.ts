import { beforeAll, expect, test } from 'vitest'
import { seen } from '@/lib/categories/category'
import { createCategory } from '@/lib/categories/create'
import { editCategory } from '@/lib/categories/edit'
import { allCategories, categoryBySlug } from '@/lib/categories/find'
import { Conflict, Missing } from '@/lib/errors'
import { addPerson } from '@/lib/people/add-person'
import { type Admin, isAdmin, system } from '@/lib/viewer'

let kim: Admin

beforeAll(async () => {
  const added = await addPerson(system, { name: 'Kim', email: 'kim@desk.test', role: 'admin' })
  if (isAdmin(added)) kim = added
})

test('a slug is made from the name where none is chosen', async () => {
  expect(await createCategory(kim, { name: 'Crème & Brûlée' })).toMatchObject({
    slug: 'creme-brulee',
    active: true,
  })
  expect(await createCategory(kim, { name: 'Brûlée', slug: 'dessert' })).toMatchObject({ slug: 'dessert' })
})

test.each([
  ['a name without a letter of ours', { name: '支払い' }],
  ['a slug that another has', { name: 'Dessert' }],
  ['the address at which one is added', { name: 'New' }],
  ['what addresses say of no category', { name: 'None' }],
])('%s is refused at the slug', async (_, category) => {
  await expect(createCategory(kim, category)).rejects.toMatchObject({ name: 'Refused', field: 'slug' })
})

test('an edit moves the address with it, and takes no other category’s', async () => {
  const before = await createCategory(kim, { name: 'Shiping', description: 'Parcels', displayOrder: 3 })
  const right = { ...before, name: 'Shipping', slug: 'shipping' }
  expect(await editCategory(kim, 'shiping', right)).toEqual(expect.objectContaining(right))
  await expect(categoryBySlug('shiping')).rejects.toThrow(Missing)
  for (const slug of ['dessert', 'new', 'none'])
    await expect(editCategory(kim, 'shipping', { ...right, slug })).rejects.toMatchObject({
      name: 'Refused',
      field: 'slug',
    })
  await expect(editCategory(kim, 'nowhere', right)).rejects.toThrow(Missing)
  // A form that leaves the slug empty asks for the one of the name.
  const { slug: _, ...unnamed } = right
  expect(await editCategory(kim, 'shipping', { ...unnamed, name: 'Parcels' })).toMatchObject({
    slug: 'parcels',
  })
  expect(await editCategory(kim, 'parcels', right)).toMatchObject({ slug: 'shipping' })
})

test('of two admins who edit what they both saw, the second is told', async () => {
  const before = await createCategory(kim, { name: 'Returns' })
  const saw = seen(before)
  const answers = await Promise.allSettled(
    ['Returned', 'Refunds'].map((name) => editCategory(kim, 'returns', { ...before, name }, saw)),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
})

test('categories come in their order, and by name where that is the same', async () => {
  await createCategory(kim, { name: 'Zebra', displayOrder: 1 })
  await createCategory(kim, { name: 'Ape', displayOrder: 1 })
  const names = (await allCategories()).map(({ name }) => name)
  expect(names.slice(-3)).toEqual(['Ape', 'Zebra', 'Shipping'])
})
