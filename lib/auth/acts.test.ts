import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { addPerson } from '@/lib/people/add-person'
import { changePassword } from '@/lib/people/change-password'
import { changePerson } from '@/lib/people/change-person'
import { setPassword } from '@/lib/people/set-password'
import { stillAgent } from '@/lib/people/still-agent'
import { agent } from '@/lib/testing/people'
import { waitingFor } from '@/lib/testing/waiting'
import { inTransaction } from '@/lib/transaction'
import { system, type Viewer } from '@/lib/viewer'
import { enter } from './enter'
import { holdSession, openSession, revokeSession } from './sessions'
import { sessionId } from './token'

const [old, fresh] = ['correct horse battery', 'seven green bicycles']
const from = { address: '203.0.113.7', userAgent: null }

async function signedIn() {
  const email = `${randomUUID()}@example.test`
  const person = await addPerson(system, { name: 'Ana', email, role: 'agent', password: old })
  return { person, secret: await inTransaction((tx) => openSession(tx, person, from)) }
}

test.each<[string, (person: Viewer, secret: string) => Promise<unknown>]>([
  ['they sign out', (_, secret) => revokeSession(secret)],
  ['they sign in anew', ({ email }, secret) => enter({ email, password: old }, from, secret)],
  [
    'they change their password elsewhere',
    (person) => changePassword(person, { old, fresh }, { address: from.address, secret: 'elsewhere' }),
  ],
  ['they get a new password', ({ email }) => setPassword(system, email, fresh)],
  ['they get another role', ({ email }) => changePerson(system, email, { role: 'supervisor' })],
  ['they are deactivated', ({ email }) => changePerson(system, email, { active: false })],
])('what is done in the name of somebody is done before %s', async (_, end) => {
  const { person, secret } = await signedIn()
  const alive = () => inTransaction((tx) => holdSession(tx, person, sessionId(secret)))
  const ending = await inTransaction(async (tx) => {
    expect(await holdSession(tx, person, sessionId(secret))).toBe(true)
    const ended = end(person, secret)
    await vi.waitFor(async () => expect(await waitingFor(tx)).toBe(1))
    return { ended }
  })
  await ending.ended
  expect(await alive()).toBe(false)
})

test('whoever began something stays an agent until it is done, and is asked for after they were made to leave', async () => {
  const ana = await agent()
  const leaving = await inTransaction(async (tx) => {
    expect(await stillAgent(tx, ana.id)).toMatchObject({ id: ana.id })
    const left = changePerson(system, ana.email, { active: false })
    await vi.waitFor(async () => expect(await waitingFor(tx)).toBe(1))
    return { left }
  })
  await leaving.left
  expect(await inTransaction((tx) => stillAgent(tx, ana.id))).toBeNull()
})
