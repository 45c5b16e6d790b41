import { request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { actionBody } from '../surface'
import { newCustomer } from './people'
import { built, isReady, origin } from './wire'

const server = new URL(origin)

/** A server of somebody else's, which counts who comes. */
async function elsewhere() {
  const seen: string[] = []
  const listener = createServer((socket) => {
    seen.push('a connection')
    socket.on('data', (data) => seen.push(String(data).split('\r\n')[0] ?? ''))
    socket.on('error', () => {})
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
  })
  await new Promise<void>((ready) => void listener.listen(0, '127.0.0.1', ready))
  const { port } = listener.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    seen,
    stop: () => new Promise((stopped) => void listener.close(stopped)),
  }
}

/** Says these lines to our server, as no library would, and waits for the end of its answer or a moment of silence. */
const say = (lines: readonly string[]) =>
  new Promise<string>((answered) => {
    let answer = ''
    const socket = connect(Number(server.port), server.hostname, () =>
      socket.write(`${lines.join('\r\n')}\r\n\r\n`),
    )
    socket.setTimeout(500, () => socket.destroy())
    socket.on('data', (data) => {
      answer += String(data)
    })
    socket.on('error', () => {})
    socket.on('close', () => answered(answer))
  })

/** A request that is filed. Next.js fetches the page it leads to for the same answer, from where it takes itself to be. */
async function fileWith(headers: Readonly<Record<string, string>>) {
  const form = new Response(actionBody({ category: '', subject: 'Lamp', details: 'D', impact: 'question' }))
  const body = Buffer.from(await form.arrayBuffer())
  return new Promise<string | undefined>((answered, failed) => {
    const call = request(
      new URL('/tickets/new', origin),
      {
        method: 'POST',
        headers: {
          origin,
          'next-action': built('fileRequest').id,
          accept: 'text/x-component',
          'content-type': String(form.headers.get('content-type')),
          'content-length': body.length,
          ...headers,
        },
      },
      (answer) => answer.resume().on('end', () => answered(answer.headers['x-action-redirect']?.toString())),
    )
    call.on('error', failed).end(body)
  })
}

test('nothing that a request says makes the server call somebody', async () => {
  const other = await elsewhere()
  try {
    const url = `http://${other.host}/`
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
    const hosts = [
      [`Host: ${server.host}`],
      [`Host: ${other.host}`],
      [`Host: ${server.host}`, `X-Forwarded-Host: ${other.host}`],
    ]
    const targets = [
      url,
      `/${url}`,
      `//${other.host}/`,
      `/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`,
      '/',
      '/sign-in',
      '/_next/webpack-hmr',
      `@${other.host}/`,
    ]
    for (const target of targets)
      for (const host of hosts)
        for (const more of [[], upgrade, [...upgrade, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']])
          await say([`GET ${target} HTTP/1.1`, ...host, ...more, 'Connection: close'])
    await say([`CONNECT ${other.host} HTTP/1.1`, `Host: ${other.host}`])

    const cookie = await cookieOf(await newCustomer())
    const spoofed: readonly Record<string, string>[] = [
      { host: other.host },
      { 'x-forwarded-host': other.host },
      { 'x-forwarded-host': other.host, 'x-forwarded-proto': 'http', forwarded: `host=${other.host}` },
      { 'x-middleware-rewrite': url, 'x-nextjs-rewrite': url, 'x-middleware-next': '1' },
      { 'x-matched-path': url, 'x-invoke-path': url, 'x-nextjs-data': '1' },
    ]
    for (const headers of spoofed)
      expect(await fileWith({ cookie, ...headers }), JSON.stringify(headers)).toMatch(/^\/tickets\/SUP-/)

    await pause(300)
    expect(other.seen).toEqual([])
    expect(await isReady()).toBe(true)
    // Somebody who comes is seen.
    await fetch(url)
    expect(other.seen).not.toEqual([])
  } finally {
    await other.stop()
  }
})
