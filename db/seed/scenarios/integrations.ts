import type { Scenario } from './scenario'

const category = 'integrations'

export const integrations: readonly Scenario[] = [
  {
    category,
    tags: ['bug', 'time-zone'],
    subjects: ['Calendar feed shows shifts one hour late', 'Outlook shows all shifts an hour off'],
    openings: [
      'In Outlook every shift from the calendar feed begins an hour too late. In the planner the times are right. It started with the change of the clocks.',
      'Our doctors subscribe to the feed in Google Calendar. Since last weekend everything is shifted by one hour.',
    ],
    question: [
      'Could you tell me which time zone is shown in **Settings → Clinic**, and in the calendar programme?',
      'In the planner it says UTC+1, in Outlook it says the name of our city.',
    ],
    notes: [
      'Clinic zone is the fixed offset, not the city. Fixed offsets do not follow daylight saving time.',
    ],
    solution:
      'The clinic was set to the fixed offset *UTC+1*, which does not follow daylight saving time. I changed it to your city, and the feed carries the right times now. Outlook fetches it again within three hours; *Send/Receive* does it at once.',
    again: [
      'New shifts are right, but the ones that were there before are still an hour late.',
      'Outlook keeps the old copies until they change. I gave every shift a new revision, so that it has to take them all again. Please look again in a quarter of an hour.',
    ],
  },
  {
    category,
    priority: 'high',
    subjects: [
      'Payroll export fails with “Cost centre missing”',
      'Payroll file cannot be created before the deadline',
    ],
    openings: [
      'The payroll export stops with **Cost centre missing (row {count})**. Our payroll office needs the file by tomorrow noon.',
      'Exporting the month to payroll fails since {ward} was renamed. The deadline is tomorrow.',
    ],
    notes: [
      '{ward} lost its cost centre when it was renamed, old mapping points to the old name.',
      'Deadline tomorrow noon: watch it.',
    ],
    solution:
      'Renaming {ward} had cut it from its cost centre. I connected them again and ran the export: it went through with all rows, and the file is under **Exports → This month**. Please check the sums before you send it on.',
    again: [
      'The file is there, but payroll says that the night bonuses are missing.',
      'They were booked on the old name of the ward. I moved them and made the file again, now with {count} lines of night bonus. The sums agree with your own report to the cent.',
    ],
  },
  {
    category,
    tags: ['api'],
    subjects: ['API returns 429 during our nightly sync', 'Rate limit on the staff endpoint'],
    openings: [
      'Our nightly job reads `/v2/staff` for all wards and gets **429 Too Many Requests** after about {count} calls. What is the limit, and can it be raised?\n\n```\nHTTP/1.1 429 Too Many Requests\nRetry-After: 30\n```',
    ],
    notes: ['They call it once per person. One call with `?ward=all&page_size=200` would do.'],
    solution:
      'The limit is 60 calls a minute. You will not need more: `/v2/staff?ward=all&page_size=200` gives everybody in one or two calls, with the same fields. If you keep the old way, please wait the number of seconds in `Retry-After`.\n\n```\ncurl -H "Authorization: Bearer …" "https://api.northlight.test/v2/staff?ward=all&page_size=200"\n```',
  },
  {
    category,
    priority: 'high',
    tags: ['sso'],
    subjects: ['Single sign-on: “audience mismatch” for everybody', 'Nobody can sign in with SSO'],
    openings: [
      'Since our IT renewed a certificate nobody at {clinic} can sign in with single sign-on. The message is *audience mismatch*.',
      'SSO is broken for all of us after a change in our identity provider. Local passwords are switched off, so we are locked out.',
    ],
    question: [
      'I can see the refused sign-ins. Could your IT send me the **Entity ID** (also called audience) that is configured on your side now? It is not a secret.',
      'They say it is https://northlight.test/saml/{code}, they made a new application for the new certificate.',
    ],
    notes: [
      'New application at the IdP means a new entity ID; ours still expects the old one.',
      'Two emergency accounts with passwords enabled for them until it works.',
    ],
    solution:
      'The new application on your side has a new *Entity ID*, and we still expected the old one. I have entered the new one, and the first {count} sign-ins have gone through. The two emergency accounts are switched off again.',
  },
  {
    category,
    tags: ['api'],
    subjects: ['Webhook is delivered twice', 'Duplicate shift.published webhooks'],
    openings: [
      'We receive every `shift.published` webhook twice, a few seconds apart, with the same `id`. Is that intended?',
    ],
    question: [
      'How long does your endpoint take to answer? We repeat a delivery when there is no answer within five seconds.',
      'Up to eight seconds, because it writes to the HR system first.',
    ],
    notes: ['Average answer 6.8 s, so the retry is ours and correct.'],
    solution:
      'Then the second one is our retry: after five seconds without an answer we try again, with the same `id` so that you can tell. Best is to answer **200** at once and do the work afterwards; and to ignore an `id` you have seen before.',
  },
  {
    category,
    priority: 'low',
    tags: ['feature-request', 'sales'],
    subjects: ['Do you have a connector for our HR system?', 'Connection to HR system'],
    openings: [
      'We are about to introduce a new HR system next quarter. Do you have a connector, or would we use the API? Roughly {count} employees.',
    ],
    notes: ['Passed on to the partner team; they have a list of finished connectors.'],
    solution:
      'For the larger systems there are finished connectors, listed under **Settings → Integrations**. For all others, a nightly file with seven columns is enough; the template is on the same page. I would be glad to set up the first import together with you.',
  },
  {
    category,
    subjects: ['Calendar feed address stopped working', 'iCal link gives “not found”'],
    openings: ['My personal calendar link says “not found” since yesterday. {colleague}’s still works.'],
    notes: ['Link was made new in her profile yesterday 14:05, probably by mistake.'],
    solution:
      'The link was made anew in your profile yesterday afternoon, which ends the old one, as it should when a link has fallen into the wrong hands. You find the current address under **Profile → Calendar**; please subscribe to that one and delete the old calendar.',
  },
]
