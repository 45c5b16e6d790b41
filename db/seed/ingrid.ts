import { supervisor } from './company'
import { customer } from './customers'
import type { Story } from './story'
import { answer, claim, closedByItself, file, note, story, write } from './telling'

const priya = 'agent@demo.test'
const jonas = 'jonas@northlight.test'
const sofia = 'sofia@northlight.test'
const aoife = 'aoife@northlight.test'
const ingrid = customer.email

/** The tickets of customer@demo.test: one in each state that a customer can meet. */
export const ingrids = (now: Date): Story[] => [
  story(now, ingrid, 0.4, [
    [
      0,
      ingrid,
      file(
        'rota-planning',
        'medium',
        'Open shifts are offered to people on holiday',
        'Hi,\n\nthis morning the pool offer for Saturday’s late shift went to three people who are on holiday until the end of the month. Is there a setting for that?\n\nThanks, Ingrid',
      ),
    ],
  ]),
  story(now, ingrid, 27, [
    [
      0,
      ingrid,
      file(
        'mobile-app',
        'medium',
        'Tablet at the nurses’ station signs out every night',
        'Every morning the shared tablet in Ward 2B asks for a password again. It used to stay signed in for a week.\n\nIngrid',
      ),
    ],
    [1.2, priya, claim],
    [
      1.4,
      priya,
      note(
        'Session length was lowered to 8 h for all shared devices with the spring update. They may not know it is a setting now.',
      ),
    ],
    [
      1.6,
      priya,
      answer(
        'Hi Ingrid,\n\nthat is the new limit for *shared devices*. Before I point you to the setting: is the tablet registered as **shared** or as a personal device? You see it under **Settings → Devices**; a screenshot of that line is enough.\n\nBest regards\nPriya',
        'pending',
      ),
    ],
  ]),
  story(now, ingrid, 49, [
    [
      0,
      ingrid,
      file(
        'integrations',
        'high',
        'Payroll export has two lines for one nurse',
        'The export for this month lists Kari twice, with different personnel numbers. Payroll will refuse it. They close the month on Friday.\n\nKind regards\nIngrid',
      ),
    ],
    [0.7, supervisor.email, { does: 'assign', to: jonas }],
    [0.9, jonas, note('Second contract since the 1st, both active. The old one has no end date.')],
    [
      1.1,
      jonas,
      answer(
        'Hello Ingrid,\n\nKari has two active contracts since the first of the month, each with its own number. May I end the older one on the last day of the month before?\n\nJonas',
        'pending',
      ),
    ],
    [3.5, ingrid, write('Yes please, that is right. She changed from 80 % to 100 %.')],
    [
      25.4,
      jonas,
      answer(
        'Done: the older contract ends on the last of the month, and I made the export again. Kari has **one line** now, with the hours of both. The file is under **Exports → This month**.\n\nBest regards\nJonas',
        'resolved',
      ),
    ],
  ]),
  story(now, ingrid, 146, [
    [
      0,
      ingrid,
      file(
        'access-privacy',
        'high',
        'Audit log shows a sign-in from abroad',
        'Hi team,\n\nour data protection officer found a sign-in of a ward planner from a country where none of us was. Could you tell us more? It was on Tuesday, 03:12.\n\nIngrid Solheim\nFjordview Medical Centre',
      ),
    ],
    [0.4, sofia, claim],
    [
      0.5,
      sofia,
      note(
        'Address belongs to a mobile network with roaming partners. Could be a phone on roaming, could be worse. Ask before guessing.',
      ),
    ],
    [
      0.8,
      sofia,
      answer(
        'Hi Ingrid,\n\nthank you for telling us at once. To be safe I have ended all sessions of this account; the planner has to sign in again. Could you ask her whether she used the app with **roaming** that night, for example close to a border or on a ferry?\n\nSofía',
        'pending',
      ),
    ],
    [
      4.1,
      ingrid,
      write('She was on the ferry to Kiel that night, and did look at the plan. That could be it?'),
    ],
    [
      5,
      sofia,
      answer(
        'It could. The address belongs to a network that ferries use. I would like to be certain and have asked the operator; until then I keep this open. Nothing else unusual happened on the account.\n\nSofía',
        'on_hold',
      ),
    ],
    [5.2, sofia, note('Case with the network operator: 88-20471. They need up to three days.')],
    [
      30,
      sofia,
      note('Handing over to Priya for the rest of the week, I am off from tomorrow. All facts are above.'),
    ],
    [30.1, sofia, { does: 'assign', to: priya }],
    [
      53,
      ingrid,
      write(
        'Our officer asks whether she has to report it. There is a deadline of 72 hours. Is there anything in writing by tomorrow?',
      ),
    ],
    [
      53.6,
      supervisor.email,
      note(
        'Deadline is real (72 h from knowledge). Priya, please write today what we know, even without the operator.',
      ),
    ],
    [
      55,
      priya,
      answer(
        'Hello Ingrid,\n\nthis is what we know for certain, for your officer:\n\n1. One sign-in, Tuesday 03:12, with the right password **and** the second factor.\n2. The only page opened was her own plan of the week. No exports, no data of others.\n3. The device was the phone she has used for two years.\n\nFrom our side nothing points to a stranger. The decision is your officer’s, of course.\n\nPriya',
      ),
    ],
    [
      56.5,
      ingrid,
      write('Thank you, that helps a lot. She will wait for the operator’s answer before she files it away.'),
    ],
    [
      78,
      priya,
      note(
        'Operator confirms: relay on the ferry Oslo–Kiel. Written confirmation follows by post, scan is with our privacy team.',
      ),
    ],
    [
      79,
      priya,
      answer(
        'The operator has confirmed that the address is the relay on the ferry Oslo–Kiel. The written confirmation is on its way to us by post; I will send you the scan as soon as it is here.\n\nPriya',
        'on_hold',
      ),
    ],
    [141, ingrid, write('Any news of the scan? I would like to close the file this week.')],
  ]),
  story(now, ingrid, 102, [
    [
      0,
      ingrid,
      file(
        'integrations',
        'low',
        'Birthdays in the calendar feed',
        'Could the calendar feed also carry the birthdays of the ward? It would be a nice touch.\n\nIngrid',
      ),
    ],
    [3, aoife, claim],
    [
      3.3,
      aoife,
      answer(
        'What a nice idea, Ingrid. The feed cannot do it today, and birthdays are personal data, so it has to be something that each person switches on. I have given it to our product team, who meet on Thursday. I keep this on hold until then.\n\nAoife',
        'on_hold',
      ),
    ],
    [3.4, aoife, note('On the list for Thursday, with 14 votes so far. Do not promise anything.')],
  ]),
  story(now, ingrid, 60, [
    [
      0,
      ingrid,
      file(
        'rota-planning',
        'low',
        'Colours of shifts on the printed plan',
        'The printed plan is black and white although our printer has colours. What did I miss?',
      ),
    ],
    [1.5, ingrid, write('Found it myself, it was the printer’s setting. Sorry for the noise!')],
    [1.6, ingrid, { does: 'close' }],
  ]),
  story(now, ingrid, 24 * 5.2, [
    [
      0,
      ingrid,
      file(
        'rota-planning',
        'medium',
        'Planning board slow with more than 60 people',
        'Since we added the fourth ward the board takes ten seconds to open. With three wards it was fine.\n\nIngrid',
      ),
    ],
    [2.1, priya, claim],
    [
      2.3,
      priya,
      note('62 people × 5 weeks. The new list view is off for them; it draws only what is visible.'),
    ],
    [
      2.6,
      priya,
      answer(
        'Hi Ingrid,\n\nwith four wards the old view draws every shift of five weeks at once. I switched on the **new board** for Fjordview: it opens in under a second for me with your plan. You can go back under **Profile → Labs** at any time.\n\nPriya',
        'resolved',
      ),
    ],
    [9, ingrid, { does: 'rate', score: 4, comment: 'Much faster. The buttons have moved, though.' }],
  ]),
  story(now, ingrid, 24 * 34, [
    [
      0,
      ingrid,
      file(
        'billing',
        'medium',
        'Invoice without our order number',
        'Our accounting needs the order number 4500-1187 on every invoice. Can you add it to the last one as well?\n\nIngrid',
      ),
    ],
    [4, jonas, claim],
    [
      4.2,
      jonas,
      answer(
        'Hello Ingrid,\n\nthe order number is in your billing profile now and will be on every invoice. The last one is issued again with it; you find it under **Billing → Invoices**.\n\nJonas',
        'resolved',
      ),
    ],
    [6, ingrid, { does: 'rate', score: 5, comment: 'Done within a few hours. Thank you, Jonas!' }],
    closedByItself(4.2),
  ]),
  story(now, ingrid, 24 * 61, [
    [
      0,
      ingrid,
      file(
        'getting-started',
        'medium',
        'Import of a fourth ward',
        'We are taking over a fourth ward with 17 people next month. What is the best way to bring them in without disturbing the published plan?\n\nIngrid',
      ),
    ],
    [20, aoife, claim],
    [
      20.4,
      aoife,
      answer(
        'Hi Ingrid,\n\nimport them with a *start date* in the future: they appear in drafts at once and on the published plan only from that day. The template for the import is under **Staff → Import**.\n\nAoife',
        'pending',
      ),
    ],
    [27, ingrid, write('All 17 are in. One question was left open for a while, but it worked.')],
    [
      43,
      aoife,
      answer(
        'Wonderful, and sorry for the wait on the first day. I mark this as solved.\n\nAoife',
        'resolved',
      ),
    ],
    [50, ingrid, { does: 'rate', score: 3, comment: 'Good answer, but it took almost a day.' }],
    closedByItself(43),
  ]),
]
