const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text can be the public name of a row. What an address says may be anything, and PostgreSQL takes no other. */
export const isUid = (text: string) => shape.test(text)
