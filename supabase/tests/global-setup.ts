/** One cluster for the database tests, its template holding the 安徽 site, its people and a few cases. */
import type { TestProject } from 'vitest/node'
import '../local/global-setup.ts'
import { startTestCluster } from '../local/testing.ts'
import { loadFixture } from './fixture.ts'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster({ prepare: ({ url }) => loadFixture(url) })
  project.provide('databasePort', cluster.port)
  return cluster.stop
}
