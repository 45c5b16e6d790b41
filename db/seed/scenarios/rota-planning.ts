import type { Scenario } from './scenario'

const category = 'rota-planning'

export const rotaPlanning: readonly Scenario[] = [
  {
    category,
    subjects: [
      'Shift swap was approved but the rota still shows the old names',
      'Approved swap not visible on the board',
    ],
    openings: [
      '{colleague} and I swapped our late shifts in week {week}. The swap shows as *approved* in both our profiles, but the planning board still has us on the old days. Which one is right?',
      'A swap in {ward} was approved this morning, yet the board and the printed plan still show the names from before. People are asking me when they have to come in.',
    ],
    question: [
      'Could you tell me whether the rota for week {week} was already **published** when the swap was approved? That decides which of the two views is ahead.',
      'Yes, it was published on Friday. The swap was approved on Sunday evening.',
    ],
    notes: [
      'Swap {code} is in state `approved`, but the published snapshot was never rebuilt. Same as two others this month.',
      'Rebuilt the snapshot for {ward} by hand. Asked engineering why the rebuild did not start by itself.',
    ],
    solution:
      'The swap itself was fine: the published plan had not been rebuilt after it. I have done that now, and the board shows both of you on the new days. Everybody in {ward} gets a short notification about it.\n\nThe cause was a rebuild that got stuck on Sunday night; it is fixed for future swaps.',
    again: [
      'It happened again with another swap in the same ward. Board and profile disagree once more.',
      'You were right, one more rebuild had been stuck in the same queue. I cleared the whole queue and checked every swap in {ward} since then: all {count} match now.',
    ],
  },
  {
    category,
    priority: 'high',
    tags: ['bug'],
    subjects: ['Rest-time rule lets people work 13 hours in a row', 'Rest rule of 11 hours is ignored'],
    openings: [
      'The planner let me assign {colleague} to a late shift ending 23:00 and an early one at 06:00 the next day. We have the 11-hour rest rule switched on. This is a legal matter for us, please look at it soon.',
      'Our works council found {count} places in the last month where less than 11 hours lie between two shifts in {ward}. The rule is on, so why was there no warning?',
    ],
    question: [
      'Thank you for reporting this, we take it seriously. Are those shifts in **two different wards**? The rule can be set per ward or for the whole clinic.',
      'Yes! The late one is in {ward}, the early one in the outpatient clinic. I did not know that it makes a difference.',
    ],
    notes: [
      'Rule scope is `ward`. Across wards nothing is checked. The wording in the settings does not say so at all; told product.',
      'Legal topic, keep an eye on it until the customer has confirmed.',
    ],
    solution:
      'The rule was set to *per ward*, so shifts in two wards were never compared. Under **Settings → Rules → Rest time** you can choose *whole clinic*; after that the planner warns in both cases and the report lists the past ones.\n\nWe are changing the text in the settings so that nobody has to guess.',
    again: [
      'I changed it to the whole clinic, but I can still publish with a warning. We need it to be blocked.',
      'There is a second switch for exactly that: **Block publishing on violations**. It is in the same place, one line below. I tried it in a copy of your plan: the two shifts from your example are refused now.',
    ],
  },
  {
    category,
    subjects: [
      'Public holiday missing in the template for next month',
      'Regional holiday is not in the calendar',
    ],
    openings: [
      'The regional holiday in week {week} is not marked in the planner, so the template fills it like a normal working day. Can we add it ourselves?',
      'We close on a local holiday that your calendar does not know. Where can I enter it so that the template skips that day?',
    ],
    notes: ['Holiday calendar is the national one; region was never chosen at set-up.'],
    solution:
      'You can: **Settings → Clinic → Holidays** lets you pick your region, and below it add days of your own. I have selected your region for {clinic}; the day in week {week} is now marked and the template leaves it empty.\n\nShifts that were planned on it already stay until you remove them, so nobody loses a shift by surprise.',
  },
  {
    category,
    priority: 'low',
    tags: ['bug'],
    subjects: ['Print view cuts off the last column', 'Sunday is missing on the printed rota'],
    openings: [
      'When I print the week for the notice board in {ward}, Sunday is cut off at the edge of the paper. It worked until about two weeks ago.',
      'The PDF of the weekly plan ends with Saturday. On the screen all seven days are there.',
    ],
    question: [
      'Which paper size and orientation do you print with, and from which browser?',
      'A4, landscape, Firefox. The scale in the print dialog says 100 %.',
    ],
    notes: ['Reproduced in Firefox with A4 landscape: the table is 4 mm too wide since the new fonts.'],
    solution:
      'Thank you for the details, that made it easy to find. The table had become a few millimetres too wide for A4. It is corrected; please reload the page once, then print again. A scale of 95 % would have helped as well, in case somebody else asks.',
  },
  {
    category,
    subjects: [
      'Copying week {week} doubles the night shifts',
      'Night shifts appear twice after copying a week',
    ],
    openings: [
      'I copied last week into week {week}. All day shifts are right, but every night shift is there twice. Removing {count} shifts by hand takes forever.',
    ],
    question: [
      'Did the target week contain any shifts before you copied, for example from a template?',
      'Only the night shifts from the template, I think. That would explain it, wouldn’t it?',
    ],
    notes: [
      'Copy adds to what is there; only identical shifts are merged, and the template ones begin five minutes later.',
    ],
    solution:
      'It would, and it does: the template had placed night shifts already, starting at 21:55 instead of 22:00, so the copy did not see them as the same. I removed the {count} doubles for you.\n\nNext time choose **Replace** instead of **Add** in the copy dialog.',
  },
  {
    category,
    priority: 'high',
    tags: ['bug'],
    subjects: ['Published rota disappeared for {ward}', 'Rota of {ward} is empty since this morning'],
    openings: [
      'The published plan of {ward} for this month is gone! Yesterday evening it was there. The ward sister has a printout, but nobody can see their shifts any more.',
      'All shifts of {ward} have vanished from the board. Other wards are fine. We need this back before the shift change.',
    ],
    notes: [
      'Audit log: unpublished at 07:12 by a planner of theirs, not lost. Plan is complete in the drafts.',
      'Called them as well, since the shift change is close.',
    ],
    solution:
      'Nothing is lost. The plan was *unpublished* this morning at 07:12 from a colleague’s account, probably with the button next to **Print**. I have published the same version again, and everybody sees their shifts.\n\nIf you like, unpublishing can be limited to lead planners: **Settings → Roles → Planner**.',
    again: [
      'It is empty again. Same ward. Nobody here touched it.',
      'The audit log shows the same account again, from a tablet at the nurses’ station that is still signed in. I signed that session out and limited unpublishing to lead planners, as you agreed on the phone. The plan is back.',
    ],
  },
  {
    category,
    subjects: ['How do I plan a split shift?', 'One person, two shifts on the same day'],
    openings: [
      'Some of our people work 7–11 and again 16–20. If I enter both, the planner says “already has a shift”. How is this meant to be done?',
    ],
    notes: ['Split shifts are a switch per contract type, off by default.'],
    solution:
      'That is a split shift, and it has to be allowed per contract: **Staff → Contracts → Allow split shifts**. Then both parts can be placed on the same day, and the rest time is counted from the end of the second.\n\nI switched it on for the contract *Part-time 60 %*, the one in your screenshot.',
  },
  {
    category,
    subjects: ['Sick leave does not free the shift', 'Absence entered, shift still counted as staffed'],
    openings: [
      '{colleague} is on sick leave until the end of week {week}. I entered it, but the board still counts the shifts as staffed, so the open-shift offer to the pool is never sent.',
    ],
    question: [
      'Was the absence entered as *Sick leave* or as *Other, paid*? Only some kinds free the shifts automatically.',
      'As “Other, paid”, because the certificate was not there yet.',
    ],
    notes: [
      'Works as designed, but not the first who falls into it. Added to the list for the onboarding guide.',
    ],
    solution:
      'That is the reason: *Other, paid* keeps the shifts, since it is mostly used for half days. Change the kind to *Sick leave, certificate pending* and the {count} shifts become open at once. I checked it on your board, and the offer to the pool went out at the same moment.',
  },
]
