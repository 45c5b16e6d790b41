import { afterAll, inject } from 'vitest'
import { copyDatabase } from '@/db/testing'

// Before anything of the test file is imported: db/client reads the address once.
const { url, drop } = await copyDatabase(inject('templateUrl'))
process.env.DATABASE_URL = url
process.env.APP_URL = 'http://localhost:3000'
process.env.AUTH_SECRET = 'a test needs no secret that is kept from anybody'

// Open connections are cut off with it.
afterAll(drop)
