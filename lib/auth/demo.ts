import { Missing } from '@/lib/errors'
import type { Role } from '@/lib/people/person'
import { signIn } from './sign-in'
import { site } from './site'

/** The demo company's people who sign in with one press, all with this password. Known to everybody, so only there. */
const demoPassword = 'deskwell-demo'

const demoEmail = (role: Role) => `${role}@demo.test`

/** Throws Missing outside of the demo. */
export async function signInToDemo(role: Role) {
  if (!site().demo) throw new Missing()
  return signIn({ email: demoEmail(role), password: demoPassword })
}
