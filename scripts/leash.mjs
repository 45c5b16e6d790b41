// Preloaded into every child. The supervisor holds the other end of this pipe and never writes: when it closes, the
// supervisor is gone, however it went, and nobody else will end us.
process.stdin.on('close', leave).on('error', leave).resume()
if ('unref' in process.stdin) /** @type {import('node:net').Socket} */ (process.stdin).unref()

function leave() {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 5_000)
}
