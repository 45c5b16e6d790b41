import { afterEach, expect, test, vi } from 'vitest'
import { beginSimulation, hearSimulation } from './run-simulation'

afterEach(() => vi.unstubAllGlobals())

const streamOf = (pieces: readonly Uint8Array<ArrayBuffer>[]) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(stream) {
      for (const piece of pieces) stream.enqueue(piece)
      stream.close()
    },
  })

const bytes = (text: string) => new TextEncoder().encode(text)

test('lines are read however they are cut, within a letter too', async () => {
  const all = bytes('{"done":1,"all":4}\n{"done":4,"all":4}\n{"result":{"days":7,"name":"ø"}}\n')
  const cuts = [0, 5, 20, all.length - 5, all.length]
  const pieces = cuts.slice(1).map((to, at) => all.slice(cuts[at], to))
  const heard: number[] = []
  expect(await hearSimulation(streamOf(pieces), (share) => heard.push(share))).toEqual({ days: 7, name: 'ø' })
  expect(heard).toEqual([0.25, 1])
})

test('a failure on the way, or an end without a result, is no success', async () => {
  const failed = '{"done":0,"all":9}\n{"error":"The simulation failed."}\n'
  await expect(hearSimulation(streamOf([bytes(failed)]), () => {})).rejects.toThrow('The simulation failed.')
  const cut = '{"done":1,"all":4}\n'
  await expect(hearSimulation(streamOf([bytes(cut)]), () => {})).rejects.toThrow('broke off')
})

test('what is wrong is said at its field, and who is signed out is told so', async () => {
  const answered = (body: unknown, status: number) => {
    vi.stubGlobal('fetch', async () => Response.json(body, { status }))
    return beginSimulation(new FormData(), new AbortController().signal)
  }
  const fields = { 'targets.low.resolution': '“soon” is no amount of time' }
  expect(await answered({ message: 'No', fields }, 400)).toEqual({
    refused: { status: 'refused', message: 'No', fields, values: {} },
  })
  expect(await answered({ message: 'Too much', fields: {} }, 413)).toMatchObject({
    refused: { message: 'Too much' },
  })
  expect(await answered(null, 401)).toMatchObject({
    refused: { message: expect.stringContaining('signed out'), signedOut: true },
  })
  await expect(answered(null, 404)).rejects.toThrow('404')
})

test('what the server would not read is not even sent, and its field is named', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('This was sent')))
  const form = new FormData()
  form.set('name', 'Everyone')
  form.set('targets.low.resolution', '9'.repeat(1_000_001))
  expect(await beginSimulation(form, new AbortController().signal)).toMatchObject({
    refused: {
      message: expect.stringContaining('1 MB'),
      fields: { 'targets.low.resolution': expect.any(String) },
    },
  })
})
