/** Whether a process number still means the process we wrote down: numbers are given out again. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** When the process began, in whatever form the system tells it; empty when it is gone. */
export function processStart(pid: number): string {
  if (process.platform === 'linux') {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // A zombie has ended; only nobody has asked for its result.
      return fields[0] === 'Z' ? '' : (fields[19] ?? '')
    } catch {
      return ''
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

export function isAlive(pid: number, start?: string): boolean {
  const now = processStart(pid)
  return now !== '' && (start === undefined || now === start)
}
