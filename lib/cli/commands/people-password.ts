import { setPassword } from '@/lib/people/set-password'
import { system } from '@/lib/viewer'
import { command, WrongUsage } from '../command'
import { passwordFromStdin } from '../password-from-stdin'

export const peoplePasswordCommand = command(
  {
    name: 'people:password',
    usage: '--email ADDRESS --password-stdin',
    summary:
      'Sets a new password for a person, who is signed out everywhere at once. It is read from standard input, one line.',
    options: {
      email: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    },
  },
  async ({ email: given, 'password-stdin': fromStdin }) => {
    if (given === undefined || !fromStdin) throw new WrongUsage('--email and --password-stdin are needed')
    const { name, email } = await setPassword(system, given, await passwordFromStdin())
    return { text: `Set a new password for ${name} <${email}>`, json: { email } }
  },
)
