import type { Scenario } from './scenario'

const category = 'getting-started'

export const gettingStarted: readonly Scenario[] = [
  {
    category,
    tags: ['onboarding', 'import'],
    subjects: ['Staff import: {count} rows rejected', 'CSV import refuses most of our staff'],
    openings: [
      'I tried to import our staff list. {count} rows were rejected with “invalid date”. The dates look fine to me:\n\n```\nname;start;hours\nA. Berg;01.09.2019;30\n```',
      'The import of our staff list ends with “invalid date” for nearly every row. What format do you expect?',
    ],
    question: [
      'Could you tell me which format is chosen in the second step of the import? There is a field *Date format* that is easy to overlook.',
      'It says “MM/DD/YYYY”. Ours are day first. I did not see that field at all.',
    ],
    notes: ['Guessing the format from the first rows would solve this. Third time this week, told product.'],
    solution:
      'Then that is it: with *DD.MM.YYYY* chosen, all {count} rows pass. I ran it as a trial with your file; you only have to press **Import**. Nobody is invited before you say so.',
  },
  {
    category,
    tags: ['onboarding', 'sales'],
    subjects: ['Can we try it with one ward first?', 'Pilot with a single ward'],
    openings: [
      'We would like to start with {ward} only and bring the other wards in after the summer. Is that possible without paying for everybody?',
    ],
    notes: ['Pilot plan fits. Handed the contact to onboarding as well.'],
    solution:
      'That is how most clinics begin. Only people who are on a *planned* ward count as seats, so with {ward} alone you pay for {count}. The other wards can be prepared as drafts in the meantime, at no cost.',
  },
  {
    category,
    tags: ['onboarding'],
    subjects: ['Invitation link has expired', 'New colleagues cannot use their invitation'],
    openings: [
      'About {count} colleagues did not open their invitation in time, and now the link is expired. Do I have to invite each of them again?',
    ],
    notes: ['Links live for seven days. Bulk resend exists.'],
    solution:
      'Not one by one: under **Staff → Invited** you can select all and choose *Send again*. I have done it for the {count} people whose links had expired. New links are valid for seven days.',
  },
  {
    category,
    tags: ['onboarding'],
    subjects: ['Which template fits a 3-shift ward?', 'Template for early, late and night'],
    openings: [
      'We plan {ward} with early, late and night, five days on and two off, part-time people in between. Which of your templates should I begin with?',
    ],
    question: [
      'How many people do you need per shift on weekdays and at weekends? And is the night covered by a fixed team?',
      'Four in the early, three in the late, two at night; one less at weekends. Nights are shared by everybody.',
    ],
    notes: ['Template “Rolling 3-shift, 7 weeks” plus two helper rows. Made a copy for them.'],
    solution:
      'Then **Rolling 3-shift, 7 weeks** is the best start. I put a copy into your drafts with the numbers you gave and two extra rows for the part-time people. Have a look at week {week}: that is where it is tightest.',
    again: [
      'We tried it for a week. With the part-time people we end up with too few in the late shift on Thursdays.',
      'Thank you for trying it out. I moved one of the extra rows by two days; Thursdays now have three in all seven weeks. The new draft lies beside the old one, so that you can compare.',
    ],
  },
  {
    category,
    priority: 'low',
    tags: ['onboarding'],
    subjects: ['Training for our new planners', 'Is there a webinar for planners?'],
    openings: [
      'We have {count} new planners starting next month. Do you offer training, or is there something to watch?',
    ],
    notes: [],
    solution:
      'Both: short videos (3 to 6 minutes each) under **Help → Learn**, and a live hour for planners every second Tuesday at 14:00. For {count} people we are also happy to do one just for {clinic}; reply with two dates that suit you.',
  },
  {
    category,
    tags: ['import'],
    subjects: ['Two accounts for the same person', 'Merge duplicate staff members'],
    openings: [
      '{colleague} exists twice since the import, once with her married name. Half of the shifts are on each. Can they be merged?',
    ],
    notes: ['Merged under support access, shifts and absences checked. Granted by the owner in writing.'],
    solution:
      'I merged the two, with all shifts and absences on the newer account. The older address still works for signing in, until you remove it. Under **Staff → Duplicates** you can do it yourself next time.',
  },
]
