import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runChild } from './children.mjs'

test.runIf(existsSync('/dev/full'))(
  'a log on a full disk ends neither the program nor its supervisor',
  async () => {
    const talk = 'for (let line = 0; line < 5; line++) setTimeout(() => console.log(line), 20 * line)'
    const child = runChild({
      name: 'talker',
      words: ['--eval', talk],
      env: process.env,
      log: '/dev/full',
      silent: true,
    })
    expect(await child.succeeded).toBe(true)
  },
)
