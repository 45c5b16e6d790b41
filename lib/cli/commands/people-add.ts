import { addPerson } from '@/lib/people/add-person'
import { roles } from '@/lib/people/roles'
import { system } from '@/lib/viewer'
import { command, WrongUsage } from '../command'
import { passwordFromStdin } from '../password-from-stdin'

export const peopleAddCommand = command(
  {
    name: 'people:add',
    usage: `--email ADDRESS --name NAME --role ${roles.join('|')} [--time-zone ZONE] [--password-stdin]`,
    summary:
      'Adds a person. Without a password they cannot sign in until one is set (people:password); it is read from standard input, one line. The time zone is that of the workspace, if none is named.',
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      'time-zone': { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    },
  },
  async ({ email, name, role: given, 'time-zone': zone, 'password-stdin': fromStdin }) => {
    if (email === undefined || name === undefined || given === undefined)
      throw new WrongUsage('--email, --name and --role are needed')
    const role = roles.find((known) => known === given)
    if (!role) throw new WrongUsage(`--role is one of ${roles.join(', ')}`)
    const password = fromStdin ? { password: await passwordFromStdin() } : {}
    const timeZone = zone === undefined ? {} : { timeZone: zone }
    const added = await addPerson(system, { email, name, role, ...timeZone, ...password })
    return {
      text: `Added ${added.name} <${added.email}> as ${added.role}`,
      json: {
        id: added.id,
        email: added.email,
        name: added.name,
        role: added.role,
        timeZone: added.timeZone,
      },
    }
  },
)
