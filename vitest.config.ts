import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const manyFiles = [
  'drizzle-orm',
  'drizzle-orm/errors',
  'drizzle-orm/pg-core',
  'drizzle-orm/postgres-js',
  'postgres',
  'zod',
]

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '.next*/**', '.data/**'],
    globalSetup: './scripts/vitest/cluster.ts',
    setupFiles: './scripts/vitest/database.ts',
    pool: 'forks',
    // One waits for the database or a clock while two others work.
    maxWorkers: 3,
    // Hundreds of small files, read again for each file of tests: as one each, imports cost a third.
    deps: { optimizer: { ssr: { enabled: true, include: manyFiles } } },
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
})
