import type { Scenario } from './scenario'

const category = 'access-privacy'

export const accessPrivacy: readonly Scenario[] = [
  {
    category,
    subjects: ['Former employee can still sign in', 'Access of a colleague who left'],
    openings: [
      '{colleague} left us at the end of last month but could still sign in yesterday. Please end the access and tell me what was looked at.',
    ],
    priority: 'urgent',
    notes: [
      'Contract had ended, account had not: their HR import has no end dates. All sessions ended at once.',
      'Audit log since the last working day: own plan opened twice, nothing of others, no exports. Sent as PDF.',
    ],
    solution:
      'The account is closed and every session has ended. The audit log since the last working day shows that the own plan was opened twice; nothing else was viewed or exported. The extract is attached to your account under **Privacy → Reports**.\n\nSo that it cannot happen again: the contract’s end date can close the account by itself. I left the switch to you, it is under **Settings → Staff**.',
  },
  {
    category,
    subjects: ['Lost phone with the second factor', 'Cannot sign in, new phone'],
    openings: [
      'I have a new phone and the codes of the authenticator app are gone. I also cannot find the recovery codes. How do I get in again?',
      'My phone was stolen on the weekend. Please reset the second factor for my account, I have to publish the plan today.',
    ],
    question: [
      'I am sorry to hear that. For a reset we need the confirmation of another admin of {clinic}. May I write to {colleague}?',
      'Yes, {colleague} knows about it and is waiting for your message.',
    ],
    notes: ['Confirmed by {colleague} through the signed-in admin account, not by mail alone. Reset done.'],
    solution:
      '{colleague} has confirmed it, and your second factor is reset. At your next sign-in you will be asked to set it up again. Please store the recovery codes somewhere other than on the phone this time.',
  },
  {
    category,
    tags: ['gdpr'],
    subjects: ['Request for information under Art. 15 GDPR', 'Subject access request from an employee'],
    openings: [
      'An employee asks for a copy of all personal data that we hold, including the rota. What can we export ourselves, and what do we need from you? We have one month to answer.',
    ],
    question: [
      'Most of it you can export yourself. Shall I also include the **audit log** entries about this person? They are kept for 13 months.',
      'Yes, please include them. Our data protection officer would like both.',
    ],
    notes: [
      'Data protection team has been told; deadline in 30 days noted. Export checked for other people’s names.',
    ],
    solution:
      'Everything about the person is in one archive now: **Privacy → Reports**. It holds profile, contracts, shifts, absences and the audit log of 13 months. Names of other people are removed. The download link is valid for seven days and only for you and your data protection officer.',
  },
  {
    category,
    subjects: ['Planner can see the salaries of other wards', 'Too many permissions for ward planners'],
    priority: 'high',
    openings: [
      'A ward planner told me that she can open the cost report of all wards, including salaries. She should only see {ward}. Please check this quickly.',
    ],
    notes: [
      'Role was copied from “Lead planner” and kept `reports.cost.all`. {count} people have it.',
      'Not a leak to the outside, but tell the privacy team anyway.',
    ],
    solution:
      'The role *Ward planner* at {clinic} had been made as a copy of *Lead planner* and kept the permission for all cost reports. I removed it; all {count} people with this role now see their own ward only.\n\nThe audit log shows who opened the report in the last 90 days, in case you need it.',
    again: [
      'Thank you. One of them can still open it, she has shown me.',
      'She had the permission a second time, given to her personally two years ago. I removed that too and checked the others: nobody else has it.',
    ],
  },
  {
    category,
    subjects: ['Password mail does not arrive', 'No e-mail for resetting the password'],
    openings: [
      'I asked for a new password five times, but no mail arrives. It is not in the spam folder either.',
      'New colleagues at {clinic} do not get the invitation mail. Others did last month.',
    ],
    question: [
      'Could your IT look whether mails from `mail.northlight.test` are held back? Our server reports that yours accepted them.',
      'They were in quarantine, all {count} of them. A new filter since Monday.',
    ],
    notes: ['Delivered according to our log (250 OK), so it is on their side.'],
    solution:
      'Good that you found them. I sent the current invitations once more; the older links are no longer valid. With `mail.northlight.test` on the list of allowed senders it will not happen again.',
  },
  {
    category,
    priority: 'low',
    tags: ['audit'],
    subjects: ['Who changed the shift on Tuesday?', 'Where do I see who edited a shift?'],
    openings: [
      'A shift of mine in week {week} was changed and nobody admits it. Can I see somewhere who did it?',
    ],
    notes: [],
    solution:
      'You can: open the shift and choose **History** in the upper right corner. It shows every change with name and time, also after publishing. For a whole ward there is the same list under **Reports → Changes**.',
  },
]
