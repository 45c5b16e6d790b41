import { disconnect } from '@/db/client'
import { runCommandLine } from './run'

// A reader such as `head` may have seen enough.
process.stdout.on('error', () => {})

const { code, stdout, stderr } = await runCommandLine(process.argv.slice(2))
if (stdout) console.log(stdout)
if (stderr) console.error(stderr)
process.exitCode = code
await disconnect()
