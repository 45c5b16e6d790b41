export const customersPath = '/console/customers'

export const customerHref = (uid: string) => `${customersPath}/${uid}`
