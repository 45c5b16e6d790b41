import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormPage } from '@/components/admin/form-page'
import { NamingPolicies } from '@/components/admin/naming-policies'
import { TagDelete } from '@/components/admin/tag-delete'
import { TagMerge } from '@/components/admin/tag-merge'
import { tagsPath } from '@/components/admin/tag-places'
import { TagRename } from '@/components/admin/tag-rename'
import { Link } from '@/components/ui/link'
import { requireAdmin } from '@/lib/auth/session'
import { Missing, Refused } from '@/lib/errors'
import { otherTag, otherTags, tagByName } from '@/lib/tags/find'
import { whyKept } from '@/lib/tags/tag'
import type { Admin } from '@/lib/viewer'
import { chooseTag, mergeTag, renameTagTo, takeOutTag } from '../actions'

export const metadata: Metadata = { title: 'Tag' }

export default async function EditTag({ params, searchParams }: PageProps<'/admin/tags/[tag]'>) {
  const admin = await requireAdmin()
  const tag = await openTag(admin, decodeURIComponent((await params).tag))
  const { into } = await searchParams
  const [target, others] = await Promise.all([
    typeof into === 'string' ? otherTag(admin, tag.name, into).catch(ifRefused) : undefined,
    otherTags(admin, tag.name),
  ])
  return (
    <FormPage
      title={tag.name}
      description={<Bearers name={tag.name} count={tag.tickets} />}
      back={{ href: tagsPath, label: 'Tags' }}
    >
      <TagRename action={renameTagTo} name={tag.name} />
      <NamingPolicies policies={tag.policies} what="this tag" />
      <TagMerge choose={chooseTag} merge={mergeTag} tag={tag} others={others} into={target} />
      <TagDelete action={takeOutTag} name={tag.name} kept={whyKept(tag)} />
    </FormPage>
  )
}

async function openTag(admin: Admin, name: string) {
  try {
    return await tagByName(admin, name)
  } catch (error) {
    if (error instanceof Missing) notFound()
    throw error
  }
}

/** An address may name a tag that is not there, or this one: nothing is asked then. */
function ifRefused(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error
}

const everyStatus = 'open,pending,on_hold,resolved,closed'

function Bearers({ name, count }: { readonly name: string; readonly count: number }) {
  if (count === 0) return 'No ticket bears it.'
  return (
    <>
      On{' '}
      <Link
        href={`/console/tickets?tag=${encodeURIComponent(name)}&status=${everyStatus}`}
        className="text-accent-text hover:underline"
      >
        {count === 1 ? '1 ticket' : `${count.toLocaleString('en')} tickets`}
      </Link>
    </>
  )
}
