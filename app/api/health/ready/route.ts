import { databaseAnswers } from '@/lib/health'

/** Requests can be served. */
export async function GET() {
  const ready = await databaseAnswers()
  return Response.json({ status: ready ? 'ready' : 'not ready' }, { status: ready ? 200 : 503 })
}
