/** Runs once, before the server takes its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { knowAddresses } = await import('@/lib/auth/client-address')
  const { site } = await import('@/lib/auth/site')
  const { mendAddresses } = await import('@/lib/readable-addresses')
  knowAddresses(site().trustedProxies)
  mendAddresses()
}
