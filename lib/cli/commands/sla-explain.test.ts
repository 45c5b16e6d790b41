import { expect, test } from 'vitest'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { changeSettings } from '@/lib/settings/change'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { ticketByRefid } from '@/lib/tickets/lists'
import { prioritize } from '@/lib/tickets/prioritize'
import { system } from '@/lib/viewer'
import { runCommandLine } from '../run'

const moment = (time: string) => new Date(`2026-11-24T${time}:00Z`)

async function ticketOfMaria() {
  const [maria, ana] = [await customer('Maria'), await agent('Ana')]
  const { refid } = await at(moment('08:00'), () =>
    make().for(maria.id).subject('Printer on fire').description('It burns').high().create(),
  )
  const ticket = await ticketByRefid(refid)
  await at(moment('08:30'), () => prioritize(ana, ticket, 'urgent'))
  await at(moment('09:00'), () => answer(ana, ticket, { body: 'On it', channel: 'agent' }, 'pending'))
  return ticket
}

test('a supervisor reads why a ticket is due, in the time zone of the workspace', async () => {
  const { refid } = await ticketOfMaria()
  await changeSettings(system, { timeZone: 'Europe/Oslo' })
  const explained = () => at(moment('12:00'), () => runCommandLine(['sla:explain', refid]))
  expect(await explained()).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      `${refid} Printer on fire`,
      '',
      'Resolution: paused',
      '  Started Tue 24 Nov, 09:00, when the ticket was filed. Target 8 h.',
      '  Retargeted Tue 24 Nov, 09:30, 8 h → 2 h, when the priority became urgent (by Ana).',
      '  Paused since Tue 24 Nov, 10:00 while waiting for the customer, 1 h of 2 h counted.',
      '  Counted in: 24×7. Policy: Everyone.',
      '',
      'Times are in Europe/Oslo.',
    ].join('\n'),
  })
})

test('a program reads the same, with moments, and no key of the database', async () => {
  const { refid } = await ticketOfMaria()
  // However it is spelled.
  const { code, stdout } = await runCommandLine(['sla:explain', refid.slice(4).toLowerCase(), '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    refid,
    clocks: [
      {
        target: 'resolution',
        instance: 1,
        state: 'paused',
        policy: 'Everyone',
        calendar: null,
        seconds: 7200,
        dueAt: null,
        ledger: [
          { kind: 'started', at: moment('08:00').toISOString(), actor: 'Maria', seconds: 28_800 },
          { kind: 'retargeted', reason: 'priority', actor: 'Ana', seconds: 7200 },
          { kind: 'paused', reason: 'pending', actor: 'Ana', dueAt: null },
        ],
        sentences: [expect.any(String), expect.any(String), expect.stringMatching(/^Paused since/)],
      },
    ],
  })
  expect(stdout).not.toMatch(/"(id|\w+Id)":/)
})

test('an unknown ticket is told apart from wrong usage', async () => {
  expect(await runCommandLine(['sla:explain', 'SUP-00000000'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Ticket not found',
  })
  expect((await runCommandLine(['sla:explain', 'nonsense'])).code).toBe(1)
  expect((await runCommandLine(['sla:explain'])).code).toBe(2)
  expect((await runCommandLine(['sla:explain', 'SUP-00000000', 'SUP-00000001'])).code).toBe(2)
  expect((await runCommandLine(['sla:explain', '--all'])).code).toBe(2)
})
