/** An end that was foreseen: its message is for people and needs no stack. */
export class Trouble extends Error {
  /** @override */
  name = 'Trouble'
}

/** @type {import('node:tty').WriteStream} */
let out = process.stdout

// A terminal that was closed, a reader that went away: no reason to leave the database running.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

/** For commands whose own output is read by programs. */
export const sayOnStderr = () => {
  out = process.stderr
}

/** What is worked on, and since when. @type {Map<string, number>} */
const underWay = new Map()

let interrupted = false

/** What is under way from here on fails because of us; nobody needs to hear it. */
export const stopReporting = () => {
  interrupted = true
}

/** @param {string} [line] */
export const say = (line = '') => {
  out.write(`${out.isTTY && underWay.size > 0 ? clear : ''}${line}\n`)
}

const clear = '\r\x1b[2K'

/** A terminal has one line for all that is under way, which is written again; a log file gets a sign of life. */
function show() {
  const labels = [...underWay].map(([label, started]) => `${label} …${elapsed(started)}`)
  if (labels.length > 0) out.write(`${out.isTTY ? clear : ''}  ${labels.join('   ')}${out.isTTY ? '' : '\n'}`)
}

/** @param {number} started */
function elapsed(started) {
  const seconds = Math.round((performance.now() - started) / 1000)
  return seconds < 2 ? '' : ` ${seconds} s`
}

/**
 * One line for one piece of work, with the time it took when that is worth knowing. Several may be under way.
 * @template Result
 * @param {string} label
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(label, work) {
  const started = performance.now()
  underWay.set(label, started)
  if (out.isTTY) show()
  const pulse = setInterval(show, out.isTTY ? 1_000 : 30_000)
  /** @param {string} line */
  const end = (line) => {
    say(line)
    underWay.delete(label)
    if (out.isTTY) show()
  }
  try {
    const result = await work()
    end(`  ✓ ${label}${elapsed(started)}`)
    return result
  } catch (error) {
    if (interrupted) underWay.delete(label)
    else end(`  ✗ ${label}`)
    throw error
  } finally {
    clearInterval(pulse)
  }
}
