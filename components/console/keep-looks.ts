import { changeMyLooks } from '@/app/console/me/actions'
import type { Looks } from '@/lib/preferences/preferences'
import { perform } from './perform'

/** Keeps how pages look for whoever is signed in, wherever they sign in. */
export const keepLooks = (looks: Partial<Looks>) => void perform(changeMyLooks, looks)
