import { NotFoundState } from '@/components/ui/not-found-state'

export default function NotFound() {
  return <NotFoundState home="/console/tickets" homeLabel="Go to the tickets" />
}
