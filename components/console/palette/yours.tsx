import { Glyph } from '@/components/ui/glyph'
import { signOut } from '@/components/ui/sign-out-form'
import { chooseTheme, themeFaces } from '@/components/ui/theme-switch'
import { themes } from '@/lib/preferences/choices'
import { accountLinks } from '../account-links'
import { availabilityWords, chooseAvailability } from '../availability-switch'
import { keepLooks } from '../keep-looks'
import { changeLooks } from '../look-checkboxes'
import type { Entry, Group } from './entries'

const account = { hint: 'Account' }

/** What the account menu and the display of lists have for whoever is signed in. */
export const yours: Group = {
  label: 'You',
  entries: [
    ...accountLinks.map(
      ({ href, label, icon }): Entry => ({ id: href, label, icon, ...account, does: { href } }),
    ),
    ...(['available', 'away'] as const).map((choice) => ({
      id: choice,
      label: `Set myself ${availabilityWords[choice].toLowerCase()}`,
      hint: 'Availability',
      icon: <Glyph name="radio" />,
      does: { act: () => chooseAvailability(choice) },
    })),
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      label: `${themeFaces[theme].word} theme`,
      hint: 'Theme',
      icon: <Glyph name={themeFaces[theme].icon} />,
      does: {
        act: () => {
          chooseTheme(theme)
          keepLooks({ theme })
        },
      },
    })),
    ...(['compact', 'comfortable'] as const).map((density) => ({
      id: density,
      label: density === 'compact' ? 'Compact rows' : 'Comfortable rows',
      hint: 'Density',
      icon: <Glyph name="sliders-horizontal" />,
      does: { act: () => changeLooks({ density }) },
    })),
    { id: 'sign-out', label: 'Sign out', icon: <Glyph name="log-out" />, ...account, does: { act: signOut } },
  ],
}
