import { NotFoundState } from '@/components/ui/not-found-state'

export default function NotFound() {
  return <NotFoundState home="/admin/categories" homeLabel="Go to the categories" />
}
