import type { Scenario } from './scenario'

/** One bad afternoon: the board did not load for two hours, and everybody wrote. */
export const incident: Scenario = {
  category: 'rota-planning',
  priority: 'high',
  tags: ['incident'],
  subjects: [
    'Planning board does not load',
    'Error 502 on the rota',
    'Nobody can open the plan!',
    'Is Northlight down?',
    'Board stays empty, spinning wheel',
    'Cannot see my shifts',
    'Rota not available since lunch',
  ],
  openings: [
    'The planning board has not loaded since about half past one. Just a spinning wheel, then “Something went wrong (502)”. Same for everybody here.',
    'Is there a problem on your side? Nobody at {clinic} can open the rota, neither in the browser nor in the app. The shift change is at three.',
    'We get error 502 on every page of the planner. The status page is green, though.',
    'I cannot see my shifts. {colleague} in {ward} cannot either. When will it be back?',
  ],
  notes: [
    'Part of the incident of this afternoon, linked to {code}. Use the prepared text, no details before the review.',
    'Status page was 40 minutes late. Several customers noticed; goes into the review.',
  ],
  solution:
    'I am sorry for the trouble this afternoon. From 13:26 to 15:31 the planning board did not load, because a database of ours had run out of connections. No plans or times were lost; times clocked in the app during that time were sent later and are complete.\n\nWe will publish a full account within a week, also of why the status page was late.',
}
