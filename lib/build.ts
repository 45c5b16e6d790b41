/**
 * Names the build that a page or a server is of: the same sources, the same name. The build writes it in; undefined where
 * nothing was built, as in `npm run dev`.
 */
export const build = process.env.NEXT_PUBLIC_BUILD
