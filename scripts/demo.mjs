import { join } from 'node:path'
import { runChild, typescript } from './children.mjs'
import { atEnd } from './ending.mjs'
import { lastLines } from './files.mjs'
import { step, Trouble } from './say.mjs'

/**
 * Does nothing when the company is there already.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} logs
 */
export const seedDemo = (env, logs) =>
  step('Looking after the demo company', async () => {
    const log = join(logs, 'seed.log')
    const seeding = runChild({ name: 'seed', words: typescript('db/seed/demo.ts'), env, log, silent: true })
    atEnd(seeding.stop)
    if (!(await seeding.succeeded)) {
      throw new Trouble(`The demo company could not be made:\n${lastLines(log, 12)}`)
    }
  })
