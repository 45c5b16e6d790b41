import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const made = /^export const \w+ = (?:customer|agent|supervisor|admin|visitor)Action\(/
const serverFile = /^\s*(?:\/\/.*\n|\/\*[\s\S]*?\*\/|\s)*['"]use server['"]/

/** Every line that exports something in another way than the one we have. */
const foreignExports = (source: string) =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => /^\s*export\b/.test(line) && !made.test(line))

const sources = globSync('{app,components,lib}/**/*.{ts,tsx}')
  .filter((path) => !path.includes('.test.'))
  .map((path) => ({ path, source: readFileSync(path, 'utf8') }))

const serverFiles = sources.filter(({ source }) => serverFile.test(source))

test('there are server actions', () => {
  expect(serverFiles).not.toEqual([])
})

test.each(serverFiles)('$path exports only what the action makers made', ({ source }) => {
  expect(foreignExports(source)).toEqual([])
})

test("'use server' stands at the top of a file, never inside a function", () => {
  const inside = sources.filter(
    ({ source }) => /^\s*['"]use server['"]/m.test(source) && !serverFile.test(source),
  )
  expect(inside.map(({ path }) => path)).toEqual([])
})

test.each([
  'export async function resolve(ref: string) {}',
  'export const resolve = async (ref: string) => {}',
  'export const resolve = wrap(agentAction(schema, act))',
  'export default agentAction(schema, act)',
  "export { resolve } from './resolve'",
  "export * from './resolve'",
  'export let resolve = agentAction(schema, act)',
  'export type Row = string',
])('%s is refused', (line) => {
  expect(foreignExports(`'use server'\n${line}`)).toEqual([line])
})

test('what an action maker made is accepted', () => {
  expect(foreignExports("'use server'\nexport const resolve = agentAction(schema, act)")).toEqual([])
})
