/**
 * The full-text indexes are cut into spans of keys: a search for what is in every other message looks at the newest
 * spans and stops. How many low bits of a key its span leaves out; a span holds 2^bits rows.
 */
export const spanBits = { tickets: 13, messages: 14 } as const
