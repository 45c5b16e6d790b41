// In one piece, so that all of it is there for the first key.
export { takeRow } from '../queue/take-row'
export { moveOne } from './change-one'
export { BulkPanel } from './panel'
