export const cannedPath = '/console/canned'
export const cannedHref = (uid: string) => `${cannedPath}/${uid}`
