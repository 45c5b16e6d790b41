import type { TestProject } from 'vitest/node'
import { migrate } from '@/db/migrate'
import { openThrowaway } from '../postgres/throwaway.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that every test file gets a copy of. */
    readonly templateUrl: string
  }
}

export default async function openCluster(project: TestProject) {
  const cluster = await openThrowaway()
  await migrate(cluster.url)
  project.provide('templateUrl', cluster.url)
  return cluster.stop
}
