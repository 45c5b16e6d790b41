export const nowPath = '/console/now'
export const wallboardsPath = `${nowPath}/wallboards`
