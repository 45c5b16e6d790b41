import { expect, test } from 'vitest'
import { expectUndoable, forgetUndoable, keepUndoable, settleUndoable, undoable } from './undo'

const [one, two, three] = [() => {}, () => {}, () => {}]

test('the last change is taken back, and nothing older in its stead', () => {
  keepUndoable(one)
  keepUndoable(two)
  forgetUndoable(two)
  expect(undoable()).toBeNull()
})

test('changes that come to nothing leave what was changed before them, in whatever order that is known', () => {
  for (const [first, second] of [[two, three] as const, [three, two] as const]) {
    keepUndoable(one)
    expectUndoable(two)
    expectUndoable(three)
    expect(undoable()).toBe(three)
    settleUndoable(first, false)
    settleUndoable(second, false)
    expect(undoable()).toBe(one)
  }
})

test('what was taken back while the next was under way does not come back', () => {
  keepUndoable(one)
  expectUndoable(two)
  forgetUndoable(one)
  settleUndoable(two, false)
  expect(undoable()).toBeNull()
})

test('what was changed is taken back, and not what was before it', () => {
  keepUndoable(one)
  expectUndoable(two)
  expectUndoable(three)
  settleUndoable(two, true)
  settleUndoable(three, false)
  expect(undoable()).toBe(two)
  forgetUndoable(two)
  expect(undoable()).toBeNull()
})
