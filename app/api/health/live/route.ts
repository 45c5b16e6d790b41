/** The process runs. Asks nothing else, so that a database in trouble does not make anybody restart it. */
export const GET = () => Response.json({ status: 'live' })
