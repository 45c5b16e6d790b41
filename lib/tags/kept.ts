/** A tag as it is kept: small letters, dashes for spaces. `VIP customer` is `vip-customer`. */
export const keptTag = (text: string) =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '-')
