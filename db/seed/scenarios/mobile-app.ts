import type { Scenario } from './scenario'

const category = 'mobile-app'

export const mobileApp: readonly Scenario[] = [
  {
    category,
    tags: ['bug'],
    subjects: ['No push notifications on Android since the update', 'App does not notify about new shifts'],
    openings: [
      'Since the update last week nobody in {ward} with an Android phone gets notifications about open shifts. On iPhones it works.',
      'I do not get any notification for swaps or new shifts any more. The switch in the app is on. Phone is a Pixel.',
    ],
    question: [
      'Could you open **Profile → About** in the app and tell me the version, and whether *Battery optimisation* is on for the app in the phone’s settings?',
      'Version 5.12.1. Battery optimisation was “Restricted”, I have never touched that.',
    ],
    notes: [
      '5.12.1 asks for the notification permission again on Android 15, and the dialog is easy to miss. Known to the app team ({code}).',
    ],
    solution:
      'Version 5.12.1 has to be given the permission once more, and on some phones the question never appeared. Please set **Settings → Apps → Northlight → Notifications** to *allowed* and the battery option to *Unrestricted*. Version 5.12.2, out on Thursday, asks properly.',
    again: [
      'Did all of that, still nothing. {colleague} has the same phone and it works for her.',
      'Your phone had been registered twice, and the notifications went to the older registration. I removed it; please sign out of the app and in again. The test message I sent a minute ago should be on your screen.',
    ],
  },
  {
    category,
    priority: 'high',
    subjects: [
      'Clock-in fails with “outside of the allowed area”',
      'Cannot clock in, app says I am not at work',
    ],
    openings: [
      'Since Monday the app tells about half of us that we are “outside of the allowed area” when clocking in. We are standing in the building.',
      'I am in {ward} and the app claims that I am 900 m away. I need my hours to be right.',
    ],
    question: [
      'Has anything changed about the address or entrance of the clinic lately? And does it happen at every entrance?',
      'We moved the main entrance to the other side because of building work. The side door works!',
    ],
    notes: [
      'Geofence radius is 75 m around the old entrance. New one is 110 m away.',
      'Times were kept as “unconfirmed”, nothing is lost.',
    ],
    solution:
      'The allowed area is a circle of 75 m around the old entrance. I have made it 200 m for {clinic} until the building work is over; clocking in works from both doors now.\n\nThe {count} attempts since Monday were kept as *unconfirmed*. You can accept them together under **Time → To check**.',
  },
  {
    category,
    tags: ['bug'],
    subjects: ['App crashes when opening the month view', 'Month view closes the app on iPhone'],
    openings: [
      'Tapping **Month** closes the app at once, every time. iPhone 12, newest iOS. Week and day are fine.',
      'The app crashes in the month view since I was added to a third ward.',
    ],
    question: [
      'Thanks for the clear description. Would you mind sending the report from **Profile → Help → Send diagnostics**? There is nothing about patients in it.',
      'Sent it just now.',
    ],
    notes: [
      'Stack trace matches {code}: people with shifts in three wards on one day. Fix is merged, in review at the store.',
    ],
    solution:
      'Found: it happens to people who have shifts in three wards on the same day. The fix is in version 5.12.2, which is in your store now. Please update and try the month view again.',
  },
  {
    category,
    priority: 'low',
    tags: ['feature-request'],
    subjects: ['Is there a dark mode for the app?', 'Dark theme for night shifts'],
    openings: ['On night shifts the white screen wakes up half the ward. Is a dark mode planned?'],
    notes: [],
    solution:
      'It is there already, if a little hidden: **Profile → Appearance → Dark**, or *Same as the phone*. We will mention it in the next newsletter, you are not the first to ask from {ward} at three in the morning.',
  },
  {
    category,
    subjects: ['Offline plan is a week old', 'App shows an old plan in the basement'],
    openings: [
      'In the basement there is no signal, and there the app shows last week’s plan. Upstairs it is right again. Two people came to the wrong shift.',
    ],
    question: [
      'Does the app say “Last updated” at the top of the plan when it is offline? If so, what does it say?',
      'It says “Last updated 6 days ago”, though I opened it this morning upstairs.',
    ],
    notes: [
      'Background refresh is off on their managed phones (policy of their IT). Wrote to the IT contact.',
    ],
    solution:
      'Your phones are managed by your IT, and a policy there forbids *background refresh* for all apps, so the plan was stored only when somebody pulled the list down. Your IT has allowed it for our app today; I could see {count} phones refresh within the hour.',
  },
  {
    category,
    tags: ['bug'],
    subjects: ['Wrong language in the app', 'App switched to English by itself'],
    openings: [
      'The app is in English since the last update. My phone is not. Several colleagues in {ward} do not read English well.',
    ],
    notes: ['Language follows the profile, and the import set it to `en` for everybody ({count} people).'],
    solution:
      'The staff import of last week had an empty column *language*, and empty was read as English. I put it back for all {count} people. The app shows the right language the next time it is opened. The import treats empty cells as “leave as it is” from today on.',
  },
]
