/** What the machine has, and how much of it each part may take. */
import os from 'node:os'

export interface Machine {
  memoryMb: number
  cores: number
}

/** Inside a container what it was given, not what the machine around it has. */
export function thisMachine(): Machine {
  const given = process.constrainedMemory()
  const bytes = given > 0 ? Math.min(given, os.totalmem()) : os.totalmem()
  return { memoryMb: Math.floor(bytes / 1024 ** 2), cores: os.availableParallelism() }
}

const between = (low: number, value: number, high: number) => Math.round(Math.min(Math.max(value, low), high))

/** The other half of the cores is for the database; on two cores a second process costs more than it brings. */
export const apiProcesses = ({ memoryMb, cores }: Machine) => between(1, Math.floor(Math.min(cores / 2, memoryMb / 2048)), 8)

/** The database shares the machine with the API, the functions and the pages, hence an eighth and not a quarter. */
export function memorySettings({ memoryMb }: Machine): Record<string, string> {
  return {
    shared_buffers: `${between(128, memoryMb / 8, 4096)}MB`,
    effective_cache_size: `${between(256, memoryMb / 2, 65_536)}MB`,
    work_mem: `${between(4, memoryMb / 512, 64)}MB`,
    maintenance_work_mem: `${between(64, memoryMb / 32, 1024)}MB`,
    // Each process of the API may open 26, everything else 30.
    max_connections: String(between(120, memoryMb / 64, 400)),
  }
}
