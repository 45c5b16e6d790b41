'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { changePreferences } from '@/lib/preferences/change'
import { preferencesShape } from '@/lib/preferences/preferences'

/** The values of a form are texts. */
const undoSeconds = z.string().transform(Number).pipe(preferencesShape.shape.undoSeconds)

const { signature, afterSend } = preferencesShape.shape

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
