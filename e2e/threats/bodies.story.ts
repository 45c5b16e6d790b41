import { expect } from '@playwright/test'
import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import { make } from '@/lib/support'
import type { Viewer } from '@/lib/viewer'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { actionBody } from '../surface'
import { newCustomer, newStaff, word } from './people'
import { act, broke, inBatches } from './wire'

/** What a form never sends in one field: several, a file, and text that no database or program expects. */
const kinds: Readonly<Record<string, readonly (string | File)[]>> = {
  'two values': ['one', 'other'],
  'a file': [new File(['text'], 'a.txt', { type: 'text/plain' })],
  'a file and a text': [new File(['text'], 'a.txt'), 'text'],
  'a NUL': ['a\0b'],
  'a huge number': ['9'.repeat(400)],
  'an object': ['{"$ne":null}'],
  'a key of every object': ['__proto__'],
}

/** `fields` with one of them replaced, or under the name that PHP and qs read as a list or an object. */
function* spoilt(fields: Readonly<Record<string, string>>) {
  for (const name of Object.keys(fields)) {
    for (const [kind, values] of Object.entries(kinds))
      yield { what: `${name}: ${kind}`, body: actionBody({ ...fields, [name]: values }) }
    const { [name]: value = '', ...rest } = fields
    yield { what: `${name}: missing`, body: actionBody(rest) }
    for (const spelling of [`${name}[$ne]`, `__proto__.${name}`])
      yield { what: spelling, body: actionBody({ ...rest, [spelling]: value }) }
  }
}

interface Try {
  readonly viewer: () => Promise<Viewer>
  readonly file: 'portal' | 'console' | 'admin' | 'visitor'
  readonly fields: (refid: string) => Readonly<Record<string, string>>
}

/** Each action with fields of which one at least does not fit by itself: nothing here may succeed. */
const stale = 'what nobody saw'
const actions: Readonly<Record<string, Try>> = {
  fileRequest: {
    viewer: () => newCustomer(),
    file: 'portal',
    fields: () => ({ category: 'no-such-category', subject: 'S', details: 'D', impact: 'question' }),
  },
  replyToRequest: { viewer: () => newCustomer(), file: 'portal', fields: (refid) => ({ refid, body: 'B' }) },
  closeRequest: { viewer: () => newCustomer(), file: 'portal', fields: (refid) => ({ refid }) },
  reopenRequest: { viewer: () => newCustomer(), file: 'portal', fields: (refid) => ({ refid }) },
  rateRequest: {
    viewer: () => newCustomer(),
    file: 'portal',
    fields: (refid) => ({ refid, score: '1', comment: 'C' }),
  },
  claimTicket: { viewer: () => newStaff(), file: 'console', fields: () => ({ ref: 'SUP-00000000' }) },
  assignTicket: {
    viewer: () => newStaff(),
    file: 'console',
    fields: (ref) => ({ ref, from: 'nobody@example.test', to: 'nobody@example.test' }),
  },
  prioritizeTicket: {
    viewer: () => newStaff(),
    file: 'console',
    fields: (ref) => ({ ref, from: 'urgent', to: 'low' }),
  },
  categorizeTicket: {
    viewer: () => newStaff(),
    file: 'console',
    fields: (ref) => ({ ref, from: 'no-such', to: 'no-such' }),
  },
  setTicketStatus: {
    viewer: () => newStaff(),
    file: 'console',
    fields: (ref) => ({ ref, from: 'closed', to: 'open' }),
  },
  undoTicketChange: {
    viewer: () => newStaff(),
    file: 'console',
    fields: (ref) => ({
      ref,
      priority: 'low',
      assignee: 'nobody@example.test',
      team: 'none',
      category: 'none',
    }),
  },
  replyToTicket: {
    viewer: () => newStaff(),
    file: 'console',
    fields: () => ({
      ref: 'SUP-00000000',
      submission: crypto.randomUUID(),
      body: 'B',
      becomes: 'keep',
      sight: '-',
    }),
  },
  takeBackReply: {
    viewer: () => newStaff(),
    file: 'console',
    fields: () => ({ ref: 'SUP-00000000', reply: crypto.randomUUID() }),
  },
  changeMyPreferences: {
    viewer: () => newStaff(),
    file: 'console',
    fields: () => ({ undoSeconds: '7' }),
  },
  changeMyPassword: {
    viewer: () => newStaff(),
    file: 'console',
    fields: () => ({ password: 'not mine at all', newPassword: 'five yellow bicycles' }),
  },
  setPasswordOfCustomer: {
    viewer: () => newStaff('admin'),
    file: 'console',
    fields: () => ({ customer: crypto.randomUUID(), newPassword: 'five yellow bicycles' }),
  },
  noteOnTicket: {
    viewer: () => newStaff(),
    file: 'console',
    fields: () => ({ ref: 'SUP-00000000', submission: crypto.randomUUID(), body: 'B' }),
  },
  readNotification: {
    viewer: () => newStaff(),
    file: 'console',
    fields: () => ({ notification: crypto.randomUUID() }),
  },
  readAllNotifications: {
    viewer: () => newStaff(),
    file: 'console',
    fields: () => ({ newest: crypto.randomUUID() }),
  },
  renewLink: {
    viewer: () => newStaff('supervisor'),
    file: 'console',
    fields: () => ({ wallboard: crypto.randomUUID() }),
  },
  changeCategory: {
    viewer: () => newStaff('admin'),
    file: 'admin',
    fields: () => ({
      category: 'no-such',
      from: stale,
      name: 'N',
      slug: word(),
      active: 'no',
      displayOrder: '1',
    }),
  },
  changeRole: {
    viewer: () => newStaff('admin'),
    file: 'admin',
    fields: () => ({ email: 'nobody@example.test', role: 'agent' }),
  },
  setPasswordOf: {
    viewer: () => newStaff('admin'),
    file: 'admin',
    fields: () => ({ email: 'nobody@example.test', newPassword: 'five yellow bicycles' }),
  },
  deactivate: {
    viewer: () => newStaff('admin'),
    file: 'admin',
    fields: () => ({ email: 'nobody@example.test' }),
  },
  changeWorkspace: {
    viewer: () => newStaff('admin'),
    file: 'admin',
    fields: () => ({ workspaceName: 'W', timeZone: 'UTC', from: stale }),
  },
  changeDefaultPriority: {
    viewer: () => newStaff('admin'),
    file: 'admin',
    fields: () => ({ defaultPriority: 'low', from: stale }),
  },
  changeLifeCycle: {
    viewer: () => newStaff('admin'),
    file: 'admin',
    fields: () => ({ autoCloseDays: '1', reopenGraceDays: '1', ratingChangeDays: '1', from: stale }),
  },
  changeRateLimit: {
    viewer: () => newStaff('admin'),
    file: 'admin',
    fields: () => ({ enabled: 'yes', ticketsPerHour: '5', repliesPerMinute: '5', from: stale }),
  },
}

for (const room of ['portal', 'console', 'admin'] as const)
  test(`lists, files, objects and huge numbers in the fields of the ${room} are refused, never an error`, async () => {
    const ticket = await make()
      .for((await newCustomer()).id)
      .subject(word())
      .description('D')
      .create()
    const before = await db
      .select()
      .from(tickets)
      .where(inArray(tickets.id, [ticket.id]))
    for (const [name, { viewer, fields, file }] of Object.entries(actions)) {
      if (file !== room) continue
      const cookie = await cookieOf(await viewer())
      const tries = [...spoilt(fields(ticket.refid))]
      await inBatches(tries, 8, async ({ what, body }) => {
        const answer = await act(name, body, { cookie })
        const { refused, done, leadsTo } = answer
        expect([broke(answer), refused, done, leadsTo], `${name} with ${what}`).toEqual([
          false,
          true,
          false,
          null,
        ])
      })
    }
    expect(
      await db
        .select()
        .from(tickets)
        .where(inArray(tickets.id, [ticket.id])),
    ).toEqual(before)
  })
