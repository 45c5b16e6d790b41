'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { changeOwnPassword, passwordChange } from '@/lib/auth/change-own-password'
import { signOutElsewhere } from '@/lib/auth/sign-out-elsewhere'
import { changeName } from '@/lib/people/change-name'
import { changeTimeZone } from '@/lib/people/change-time-zone'
import { personName } from '@/lib/people/person'
import { changePreferences } from '@/lib/preferences/change'
import { preferencesShape } from '@/lib/preferences/preferences'
import { timeZone } from '@/lib/time-zone'

/** The values of a form are texts. */
const undoSeconds = z.string().transform(Number).pipe(preferencesShape.shape.undoSeconds)

const { signature, afterSend, theme, density, singleKeys } = preferencesShape.shape

/** Nothing, one, or several. */
const followedNews = z.preprocess(
  (posted) => (posted === undefined ? [] : [posted].flat()),
  preferencesShape.shape.followedNews,
)

export const changeMyPreferences = agentAction(
  z.object({ undoSeconds, afterSend, followedNews, signature }),
  async (agent, changes) => {
    await changePreferences(agent, changes)
    revalidatePath('/console/me')
    return 'Saved'
  },
)

/** What is not named stays. The page looks so already, so none is made anew. */
export const changeMyLooks = agentAction(
  z.object({ theme, density, singleKeys }).partial(),
  async (agent, changes) => {
    await changePreferences(agent, changes)
  },
)

export const signMyOthersOut = agentAction(z.object({}), async (agent) => {
  const told = await signOutElsewhere(agent)
  revalidatePath('/console/me')
  return told
})

export const changeMyTimeZone = agentAction(z.object({ timeZone }), async (agent, { timeZone }) => {
  await changeTimeZone(agent, agent.email, timeZone)
  revalidatePath('/', 'layout')
  return 'Your time zone is changed.'
})

export const changeMyName = agentAction(z.object({ name: personName }), async (agent, { name }) => {
  await changeName(agent, agent.email, name)
  revalidatePath('/', 'layout')
  return 'Your name is changed.'
})

export const changeMyPassword = agentAction(passwordChange, changeOwnPassword)
