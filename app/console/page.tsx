import { redirect } from 'next/navigation'
import { allOpenHref } from '@/components/console/queue/address'

export default function Console() {
  redirect(allOpenHref)
}
