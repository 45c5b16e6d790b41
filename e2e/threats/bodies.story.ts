import { expect } from '@playwright/test'
import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import { make } from '@/lib/support'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { actionBody, builtActions } from '../surface'
import { newCustomer, newStaff, word } from './people'
import { act, broke, inBatches } from './wire'

type Fields = Readonly<Record<string, string>>

/** What a form never sends in one field: several, a file, and text that no database or program expects. */
const kinds: Readonly<Record<string, readonly (string | File)[]>> = {
  'two values': ['one', 'other'],
  'a file': [new File(['text'], 'a.txt', { type: 'text/plain' })],
  'a NUL': ['a\0b'],
  'a huge number': ['9'.repeat(400)],
  'an object': ['{"$ne":null}'],
  'a key of every object': ['__proto__'],
}

const deep = '['.repeat(10_000) + ']'.repeat(10_000)

/** `fields` with one of them replaced, or all, or under names that PHP and qs read as a list or an object. */
function* spoilt(fields: Fields) {
  for (const name of Object.keys(fields)) {
    for (const [kind, values] of Object.entries(kinds))
      yield { what: `${name}: ${kind}`, body: actionBody({ ...fields, [name]: values }) }
    const { [name]: _, ...rest } = fields
    yield { what: `${name}: missing`, body: actionBody(rest) }
  }
  const each = (
    change: (name: string, value: string) => readonly [string, string | readonly (string | File)[]],
  ) => actionBody(Object.fromEntries(Object.entries(fields).map(([name, value]) => change(name, value))))
  yield {
    what: 'a file and a text in each',
    body: each((name) => [name, [new File(['text'], 'a.txt'), 'text']]),
  }
  yield { what: 'lists in lists in each', body: each((name) => [name, deep]) }
  yield { what: 'each [$ne]', body: each((name, value) => [`${name}[$ne]`, value]) }
  yield { what: 'each of __proto__', body: each((name, value) => [`__proto__.${name}`, value]) }
}

const [nowhere, nobody, stale] = ['SUP-00000000', 'nobody@example.test', 'what nobody saw']
const none = () => crypto.randomUUID()
const submission = none
const hours = JSON.stringify({ timeZone: 'UTC', weekly: { mon: [['09:00', '17:00']] }, days: [] })
const canned = () => ({
  name: 'N',
  shortcut: 's',
  body: 'B',
  scope: none(),
  status: 'open',
  priority: 'low',
  assign: nobody,
  team: none(),
  category: 'no-such',
  tags: 'a, b',
  untags: 'c',
  note: 'N',
})
const view = () => ({
  name: 'N',
  scope: none(),
  query: '{"address":{},"match":"all","groups":[]}',
  uid: none(),
})
const team = { name: 'N', rule: 'round_robin', limit: '1', takesBack: 'yes', members: nobody }
const giveToNobody = JSON.stringify({ kind: 'assign', to: nobody })
const policy = {
  name: 'N',
  'conditions.priorities': 'low',
  'targets.low.resolution': '1 h',
  pausing: 'pending',
}

/**
 * Each action with fields of which two at least do not fit, or one that is spoilt is worse: nothing here may succeed. Where it
 * can be, they fit in shape and only name what is not there, so that they come as far as the database.
 */
const actions: Readonly<Record<string, (refid: string) => Fields>> = {
  fileRequest: () => ({ category: 'no-such-category', subject: 'S', details: 'D', impact: 'question' }),
  replyToRequest: (refid) => ({ refid, body: 'B' }),
  closeRequest: (refid) => ({ refid }),
  reopenRequest: (refid) => ({ refid }),
  rateRequest: (refid) => ({ refid, score: '1', comment: 'C' }),
  changePassword: () => ({ password: 'not mine at all', newPassword: 'five yellow bicycles' }),
  changeZone: () => ({ timeZone: 'Nowhere/Land' }),
  changeOwnName: () => ({ name: '' }),
  signOutOthers: () => ({}),

  claimTicket: () => ({ ref: nowhere }),
  assignTicket: (ref) => ({ ref, from: nobody, to: nobody }),
  renameTicket: (ref) => ({ ref, from: stale, to: 'S' }),
  markTicketSpam: () => ({ ref: nowhere }),
  unmarkTicketSpam: () => ({ ref: nowhere }),
  prioritizeTicket: (ref) => ({ ref, from: 'urgent', to: 'low' }),
  categorizeTicket: (ref) => ({ ref, from: 'no-such', to: 'no-such' }),
  handOverTicket: (ref) => ({ ref, from: none(), to: none() }),
  tagTicket: () => ({ ref: nowhere, add: 'a', remove: 'b' }),
  setTicketStatus: (ref) => ({ ref, from: 'closed', to: 'open' }),
  undoTicketChange: (ref) => ({ ref, priority: 'low', assignee: nobody, team: 'none', category: 'none' }),
  replyToTicket: () => ({
    ref: nowhere,
    submission: submission(),
    body: 'B',
    becomes: 'keep',
    sight: '-',
    writer: nobody,
  }),
  takeBackReply: (ref) => ({ ref, reply: none() }),
  noteOnTicket: () => ({ ref: nowhere, submission: submission(), body: 'B', actions: '[]', writer: nobody }),
  applyToTicket: () => ({ ref: nowhere, actions: JSON.stringify([{ do: 'assign', to: nobody }]) }),
  linkTicket: (ref) => ({ ref, to: nowhere, role: 'related' }),
  unlinkTicket: (ref) => ({ ref, to: nowhere }),
  resolveChildTickets: () => ({ ref: nowhere }),
  mergeTicket: (ref) => ({ ref, to: nowhere }),
  unmergeTicket: () => ({ ref: nowhere }),
  splitTicket: (ref) => ({ ref, message: none(), subject: 'S', andAfter: 'on' }),
  fileTicketOnBehalf: () => ({
    email: nobody,
    name: 'N',
    subject: 'S',
    details: 'D',
    priority: 'low',
    category: 'no-such',
    team: none(),
    tags: 'a,b',
    submission: submission(),
  }),
  followTicket: () => ({ ref: nowhere, to: 'follow' }),
  saveView: view,
  changeView: () => ({ ...view(), version: '1' }),
  removeView: () => ({ uid: none() }),
  changeTickets: (ref) => ({
    submission: submission(),
    action: giveToNobody,
    tickets: ref,
    matching: `view=${none()}`,
    agreed: '1',
  }),
  changeTicket: (ref) => ({ submission: submission(), action: giveToNobody, ref }),
  takeBackChange: () => ({ run: none() }),
  changeMyPreferences: () => ({ undoSeconds: '7', afterSend: 'away', followedNews: 'none', signature: 'S' }),
  changeMyLooks: () => ({ theme: 'loud', density: 'loud', singleKeys: 'loud' }),
  changeMyPassword: () => ({ password: 'not mine at all', newPassword: 'five yellow bicycles' }),
  signMyOthersOut: () => ({}),
  changeMyName: () => ({ name: '' }),
  changeMyTimeZone: () => ({ timeZone: 'Nowhere/Land' }),
  changeAvailability: () => ({ availability: 'asleep', person: nobody }),
  readNotification: () => ({ notification: none() }),
  readAllNotifications: () => ({ newest: none() }),
  addCanned: canned,
  changeCanned: () => ({ ...canned(), canned: none(), from: stale }),
  removeCanned: () => ({ canned: none() }),
  addWallboard: () => ({ name: '' }),
  renewLink: () => ({ wallboard: none() }),
  revoke: () => ({ wallboard: none() }),
  employCustomer: () => ({ customer: none(), organization: 'N', from: none() }),
  setPasswordOfCustomer: () => ({ customer: none(), newPassword: 'five yellow bicycles' }),
  keepCustomerOut: () => ({ customer: none() }),
  letCustomerIn: () => ({ customer: none() }),

  addCategory: () => ({ name: '', slug: 'A B', description: 'D', active: 'no', displayOrder: '1' }),
  changeCategory: () => ({
    category: 'no-such',
    from: stale,
    name: 'N',
    slug: word(),
    active: 'no',
    displayOrder: '1',
  }),
  addOrganization: () => ({ name: '', notes: 'N'.repeat(5_001) }),
  changeOrganization: () => ({ organization: none(), from: stale, name: 'N', notes: 'N' }),
  addMember: () => ({ organization: none(), email: nobody, from: none() }),
  removeMember: () => ({ organization: none(), email: nobody }),
  addSomebody: () => ({ name: 'N', email: nobody, role: 'owner', password: 'short', timeZone: 'UTC' }),
  changeRole: () => ({ email: nobody, role: 'agent' }),
  changeZoneOf: () => ({ email: nobody, timeZone: 'UTC' }),
  changeEmailOf: () => ({ email: nobody, newEmail: 'n@example.test' }),
  changeNameOf: () => ({ email: nobody, name: 'N' }),
  changeEmailOfCustomer: () => ({ customer: none(), newEmail: 'n@example.test' }),
  changeNameOfCustomer: () => ({ customer: none(), name: 'N' }),
  setPasswordOf: () => ({ email: nobody, newPassword: 'five yellow bicycles' }),
  deactivate: () => ({ email: nobody }),
  reactivate: () => ({ email: nobody }),
  addTeam: () => ({ ...team, rule: 'sideways', limit: 'many' }),
  changeTeam: () => ({ ...team, team: none(), from: stale }),
  takeOutTeam: () => ({ team: none() }),
  renameTagTo: () => ({ tag: 'no-such', name: 'other' }),
  chooseTag: () => ({ tag: 'no-such', into: 'no-such-other' }),
  mergeTag: () => ({ tag: 'no-such', into: 'no-such-other' }),
  takeOutTag: () => ({ tag: 'no-such' }),
  addCalendar: () => ({ name: '', hours: '{}' }),
  changeCalendar: () => ({ calendar: none(), version: '1', named: 'N', agreed: hours, name: 'N', hours }),
  takeOutCalendar: () => ({ calendar: none() }),
  addPolicy: () => ({ ...policy, 'targets.low.resolution': 'soon', pausing: 'sideways' }),
  changePolicy: () => ({ ...policy, policy: none(), from: '2026-01-01T00:00:00Z', agreed: 'no' }),
  placePolicy: () => ({ policy: none(), direction: 'up' }),
  takeOutPolicy: () => ({ policy: none(), agreed: 'retire' }),
  changeWorkspace: () => ({ workspaceName: 'W', timeZone: 'UTC', from: stale }),
  changeDefaultPriority: () => ({ defaultPriority: 'low', from: stale }),
  changeLifeCycle: () => ({ autoCloseDays: '1', reopenGraceDays: '1', ratingChangeDays: '1', from: stale }),
  changeRateLimit: () => ({ enabled: 'yes', ticketsPerHour: '5', repliesPerMinute: '5', from: stale }),
}

/** What has one field that takes any text, or asks for none. */
const takesAny = new Set([
  'addWallboard',
  'changeMyLooks',
  'changeMyName',
  'changeOwnName',
  'signMyOthersOut',
  'signOutOthers',
])

for (const audience of ['customer', 'agent', 'supervisor', 'admin'] as const)
  test(`lists, files, objects and huge numbers in the fields of actions for ${audience}s are refused, never an error`, async () => {
    // Hundreds of calls.
    test.setTimeout(180_000)
    const ticket = await make()
      .for((await newCustomer()).id)
      .subject(word())
      .description('D')
      .create()
    const before = await db
      .select()
      .from(tickets)
      .where(inArray(tickets.id, [ticket.id]))
    const tries = builtActions()
      .filter((one) => one.audience === audience)
      .flatMap(({ name }) => {
        const fields = actions[name]
        if (!fields) throw new Error(`Say in e2e/threats/bodies.story.ts with what ${name} is tried`)
        return [...spoilt(fields(ticket.refid))].map((one) => ({ name, ...one }))
      })
    const person = audience === 'customer' ? await newCustomer() : await newStaff(audience)
    const cookie = await cookieOf(person)
    await inBatches(tries, 8, async ({ name, what, body }) => {
      const answer = await act(name, body, { cookie })
      const { refused, done, leadsTo } = answer
      const kept = takesAny.has(name) && done
      expect([broke(answer), refused || kept, done && !kept, leadsTo], `${name} with ${what}`).toEqual([
        false,
        true,
        false,
        null,
      ])
    })
    expect(
      await db
        .select()
        .from(tickets)
        .where(inArray(tickets.id, [ticket.id])),
    ).toEqual(before)
  })
