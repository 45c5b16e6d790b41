export const tagLimit = 40
export const tooLong = `A tag is at most ${tagLimit} characters long`

/** A tag as it is kept: small letters, dashes for spaces. `VIP customer` is `vip-customer`. */
export const keptTag = (text: string) =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '-')
