import {
  createWriteStream,
  existsSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'

const enoughForOneLog = 10_000_000

/**
 * A log to write on, for its owner only: it may say what people wrote.
 * @param {string} path
 */
export function openLog(path) {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'a', 0o600)
  if (fstatSync(file).isFile()) fchmodSync(file, 0o600)
  return file
}

/**
 * Keeps what a program says, in two files at most: what is full is moved aside, over the one that was full before.
 * @param {string} path
 * @param {(message: string) => void} complain the disk is full: what comes is dropped
 */
export function record(path, complain) {
  let written = existsSync(path) ? statSync(path).size : 0
  const open = () =>
    createWriteStream(path, { fd: openLog(path) }).on('error', ({ message }) => complain(message))
  const turnOver = () => {
    renameSync(path, `${path}.1`)
    written = 0
  }
  if (written > enoughForOneLog) turnOver()
  let stream = open()
  return {
    /** @param {string} line */
    write(line) {
      if (written > enoughForOneLog) {
        stream.end()
        turnOver()
        stream = open()
      }
      stream.write(`${line}\n`)
      written += Buffer.byteLength(line) + 1
    },
    end: () => stream.end(),
  }
}
