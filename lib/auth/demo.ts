import { Missing } from '@/lib/errors'
import type { Role } from '@/lib/people/roles'
import { demoPassword } from './demo-password'
import { signIn } from './sign-in'
import { site } from './site'

const demoEmail = (role: Role) => `${role}@demo.test`

/** Throws Missing outside of the demo. */
export async function signInToDemo(role: Role) {
  if (!site().demo) throw new Missing()
  return signIn({ email: demoEmail(role), password: demoPassword })
}
