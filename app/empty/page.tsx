import { notFound } from 'next/navigation'
import { connection } from 'next/server'

/** What a page costs that does nothing: the measure of `npm run bench`, and only there. */
export default async function Empty() {
  await connection()
  if (process.env.DESKWELL_BENCH !== '1') notFound()
  return <p>Empty</p>
}
