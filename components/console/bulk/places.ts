export const bulkPath = '/console/bulk'

export const bulkHref = (uid: string) => `${bulkPath}/${uid}`
