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

let midLine = false
let interrupted = false

/** What is under way from here on fails because of us; nobody needs to hear it. */
export const stopReporting = () => {
  interrupted = true
}

/** @param {string} [line] */
export const say = (line = '') => {
  out.write(`${midLine ? '\r\x1b[2K' : ''}${line}\n`)
}

/**
 * One line for one piece of work, with the time it took when that is worth knowing.
 * @template Result
 * @param {string} label
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(label, work) {
  const started = performance.now()
  const elapsed = () => {
    const seconds = Math.round((performance.now() - started) / 1000)
    return seconds < 2 ? '' : ` ${seconds} s`
  }
  // A log file gets a sign of life now and then; a terminal gets one line that is written again.
  const pulse = setInterval(
    () => out.write(out.isTTY ? `\r  ${label} …${elapsed()}` : `  ${label} …${elapsed()}\n`),
    out.isTTY ? 1_000 : 30_000,
  )
  midLine = out.isTTY
  if (midLine) out.write(`  ${label} …`)
  try {
    const result = await work()
    say(`  ✓ ${label}${elapsed()}`)
    return result
  } catch (error) {
    if (!interrupted) say(`  ✗ ${label}`)
    throw error
  } finally {
    midLine = false
    clearInterval(pulse)
  }
}
