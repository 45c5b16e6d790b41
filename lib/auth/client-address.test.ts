import { expect, test } from 'vitest'
import { addressSeen, network } from '@/lib/auth/client-address'

const request = (forwardedFor: string | undefined) =>
  ({
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
    socket: { remoteAddress: '192.0.2.9' },
  }) as Parameters<typeof addressSeen>[0]

test('without proxies of our own, what a visitor says of himself counts nothing', () => {
  expect(addressSeen(request('1.2.3.4'), 0)).toBe('192.0.2.9')
})

test.each([
  [1, '203.0.113.7', '203.0.113.7'],
  [1, '1.2.3.4, 203.0.113.7', '203.0.113.7'],
  [2, '1.2.3.4, 203.0.113.7, 10.0.0.1', '203.0.113.7'],
  [2, '10.0.0.1', '192.0.2.9'],
  [1, undefined, '192.0.2.9'],
  [1, '', '192.0.2.9'],
])('behind %i of our own, of "%s" it is %s', (proxies, forwardedFor, address) => {
  expect(addressSeen(request(forwardedFor), proxies)).toBe(address)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['203.0.113.7:4711', 'unknown'],
  ['evil', 'unknown'],
  ['', 'unknown'],
])('%s is counted as %s', (address, counted) => {
  expect(network(address)).toBe(counted)
})
