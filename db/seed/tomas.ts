import { other } from './customers'
import type { Story } from './story'
import { answer, claim, closedByItself, file, note, story, write } from './telling'

const priya = 'agent@demo.test'
const jonas = 'jonas@northlight.test'
const sofia = 'sofia@northlight.test'
const tomas = other.email

/** The tickets of other@demo.test. */
export const tomases = (now: Date): Story[] => [
  story(now, tomas, 5.5, [
    [
      0,
      tomas,
      file(
        'mobile-app',
        'medium',
        'Notificaciones en español',
        'Hello, the app is in Spanish, but the notifications come in English. ¿Se puede cambiar?\n\nUn saludo,\nTomás',
      ),
    ],
    [0.8, sofia, claim],
    [
      1,
      sofia,
      answer(
        'Hola Tomás:\n\nlo estoy mirando con el equipo de la aplicación. Te escribo hoy mismo.\n\nSofía',
      ),
    ],
  ]),
  story(now, tomas, 24 * 4, [
    [
      0,
      tomas,
      file(
        'rota-planning',
        'high',
        'Two people on the same bed watch',
        'The board lets me put two people on the same bed watch. It should be one. Is there a maximum per shift?',
      ),
    ],
    [0.5, priya, claim],
    [
      1.1,
      priya,
      answer(
        'Hi Tomás,\n\nyes: open the shift in the template and set **At most** to 1. I did it for *bed watch* in your three templates. Existing doubles are marked in red, there were four.\n\nPriya',
        'resolved',
      ),
    ],
  ]),
  story(now, tomas, 24 * 40, [
    [
      0,
      tomas,
      file(
        'access-privacy',
        'medium',
        'Role for the night supervisor',
        'Our night supervisor should be able to move shifts of all wards, but only between 22:00 and 06:00. Can a role do this?',
      ),
    ],
    [6, jonas, claim],
    [
      6.3,
      jonas,
      note(
        'Not possible by time. Closest: role with all wards, plus the report of changes to the day planner each morning.',
      ),
    ],
    [
      6.5,
      jonas,
      answer(
        'Hello Tomás,\n\nroles know wards but not the time of day. What other hospitals do: a role for all wards, and each morning a report of the night’s changes to the day planner. I can set both up, would you like that?\n\nJonas',
        'pending',
      ),
    ],
    [22, tomas, write('Good idea, please do.')],
    [
      24,
      jonas,
      answer('Both are in place, from tonight on. The report comes at 06:15.\n\nJonas', 'resolved'),
    ],
    [30, tomas, { does: 'rate', score: 5, comment: '' }],
    closedByItself(24),
  ]),
]
