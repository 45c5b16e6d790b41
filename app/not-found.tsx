import type { Metadata } from 'next'
import { LonePage } from '@/components/ui/lone-page'
import { NotFoundState } from '@/components/ui/not-found-state'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <LonePage>
      <NotFoundState />
    </LonePage>
  )
}
