/**
 * For test files: a database of one's own, cloned from the migrated template and dropped at the end of the file.
 * Call it at the top of the file: `const database = await useTestDatabase()`.
 */
import { afterAll, inject } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import '../global-setup.ts'

export async function useTestDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase(inject('databasePort'))
  afterAll(() => database.drop())
  return database
}
