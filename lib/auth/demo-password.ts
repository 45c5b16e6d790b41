/** Of all people of the demo company. Known to everybody, so used only there. */
export const demoPassword = 'deskwell-demo'
