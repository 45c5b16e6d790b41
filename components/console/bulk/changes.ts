// In one piece, so that all of it is there for the first key.
export { moveOne } from './change-one'
export { BulkPanel } from './panel'
export { takeRow } from './take-row'
