// In one piece, so that all of it is there for the first key.
export { changeRow, moveRow } from './change-row'
export { BulkPanel } from './panel'
export { takeRow } from './take-row'
