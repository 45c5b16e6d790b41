import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, for every process. */
const tick = 10

interface Process {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
}

/** Milliseconds of processor time that a process and all that it started have used so far. */
export function cpuMilliseconds(pid: number) {
  const all = processes()
  const family = new Set([pid])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return all.reduce((sum, { pid, ticks }) => (family.has(pid) ? sum + ticks * tick : sum), 0)
}

/** The parent of a process: of a database connection's, the database server. */
export const parentOf = (pid: number) => processes().find((one) => one.pid === pid)?.parent ?? pid

const processes = () =>
  readdirSync('/proc').flatMap((name) => {
    const one = /^\d+$/.test(name) ? read(Number(name)) : undefined
    return one ? [one] : []
  })

function read(pid: number): Process | undefined {
  try {
    // The name in parentheses may hold spaces; what follows it does not (proc(5): ppid, then utime stime cutime cstime).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const times = fields.slice(11, 15).map(Number)
    return { pid, parent: Number(fields[1]), ticks: times.reduce((sum, time) => sum + time, 0) }
  } catch {
    return undefined // ended while we were looking
  }
}
