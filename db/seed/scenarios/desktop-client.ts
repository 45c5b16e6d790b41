import type { Scenario } from './scenario'

const category = 'desktop-client'

export const desktopClient: readonly Scenario[] = [
  {
    category,
    subjects: ['Desktop planner does not start after the Windows update', 'Planner 3.9: missing DLL'],
    openings: [
      'After last night’s Windows update the desktop planner does not start on {count} computers. It says that a DLL is missing.',
    ],
    notes: ['Same as all the others with 3.9. Browser planner is the way out, the client ends this quarter.'],
    solution:
      'The desktop planner is no longer adapted to new versions of Windows. The planner in the browser shows the same plans, with nothing to install: I have switched it on for everybody at {clinic}. Your shortcuts and print layouts were taken over.',
  },
  {
    category,
    priority: 'low',
    subjects: ['When does the desktop client end?', 'End of the desktop planner'],
    openings: [
      'We heard that the desktop planner will be switched off. When exactly, and what becomes of our local templates?',
    ],
    notes: [],
    solution:
      'New versions have ended, and the last one stops working at the end of the quarter. Local templates are copied to your account the next time somebody opens the client: please do that once on every computer on which templates were made.',
  },
]
