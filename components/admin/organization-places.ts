export const organizationsPath = '/admin/organizations'

export const organizationHref = (uid: string) => `${organizationsPath}/${uid}`
