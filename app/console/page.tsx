import { redirect } from 'next/navigation'

export default function Console() {
  redirect('/console/tickets')
}
