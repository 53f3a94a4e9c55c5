/** vitest `globalSetup`: one cluster for all files of the project; its port reaches the tests by `inject`. */
import type { TestProject } from 'vitest/node'
import { startTestCluster } from './testing.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databasePort: number
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  project.provide('databasePort', cluster.port)
  return cluster.stop
}
