import { expect, test } from 'vitest'
import { checkEnvironment } from '@/lib/environment'

const secret = 'q8N2vX0bTz5LkR7mYc1WdF4gHs9JpAe6'

test('nothing needs to be set', () => {
  expect(checkEnvironment({})).toEqual({
    problems: [],
    environment: {
      port: 3000,
      appUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      authSecret: undefined,
      dataDir: '.data',
      logLevel: 'info',
      demo: false,
      trustedProxies: 0,
    },
  })
})

test('an empty line of a copied .env.example means unset', () => {
  const { environment } = checkEnvironment({ PORT: '', DATABASE_URL: ' ', AUTH_SECRET: '' })
  expect(environment).toMatchObject({ port: 3000, databaseUrl: undefined, authSecret: undefined })
})

test('the address follows the port', () => {
  expect(checkEnvironment({ PORT: '4100' }).environment?.appUrl).toBe('http://localhost:4100')
})

test('what is given is used', () => {
  const { environment } = checkEnvironment({
    APP_URL: 'https://help.acme.test/',
    DATABASE_URL: 'postgresql://deskwell:pw@db.acme.test/deskwell?sslmode=require',
    AUTH_SECRET: secret,
    DESKWELL_DEMO: '1',
    LOG_LEVEL: 'warn',
    DATA_DIR: '/srv/deskwell',
    TRUST_PROXY: '1',
  })
  expect(environment).toEqual({
    port: 3000,
    appUrl: 'https://help.acme.test',
    databaseUrl: 'postgresql://deskwell:pw@db.acme.test/deskwell?sslmode=require',
    authSecret: secret,
    dataDir: '/srv/deskwell',
    logLevel: 'warn',
    demo: true,
    trustedProxies: 1,
  })
})

test('all problems are told at once, each by its name', () => {
  const { problems } = checkEnvironment({
    PORT: '99999',
    APP_URL: 'help.acme.test',
    DATABASE_URL: 'mysql://nope',
    AUTH_SECRET: 'short',
    LOG_LEVEL: 'loud',
    DESKWELL_DEMO: 'maybe',
  })
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'PORT',
    'APP_URL',
    'DATABASE_URL',
    'AUTH_SECRET',
    'LOG_LEVEL',
    'DESKWELL_DEMO',
  ])
})

test.each([
  ['a path', { APP_URL: 'https://acme.test/help' }, 'APP_URL must not have a path'],
  ['another scheme', { APP_URL: 'ftp://acme.test' }, 'APP_URL must be an address'],
  ['a word for a port', { PORT: 'http' }, 'PORT must be a port number'],
  ['port zero', { PORT: '0' }, 'PORT must be between'],
])('%s is refused', (_, source, message) => {
  expect(checkEnvironment(source).problems).toEqual([expect.stringContaining(message)])
})

test.each([
  'please-change-me-please-change-me-please',
  'your-secret-your-secret-your-secret-123',
  'deskwell-deskwell-deskwell-deskwell-1234',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
])('the secret %s is refused', (weak) => {
  expect(checkEnvironment({ AUTH_SECRET: weak }).problems).toHaveLength(1)
})

test('a refused secret is not repeated in the message', () => {
  const { problems } = checkEnvironment({ AUTH_SECRET: 'hunter2-hunter2' })
  expect(problems.join()).not.toContain('hunter2')
})

test('a port that browsers refuse to open is refused at once', () => {
  expect(checkEnvironment({ PORT: '4190' }).problems).toEqual([
    'PORT is a port that browsers open no page on; take another one',
  ])
  expect(checkEnvironment({ PORT: '4191' }).environment?.port).toBe(4191)
})
