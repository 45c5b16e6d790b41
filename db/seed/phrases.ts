/** What people say around what they have to say. */
export const phrases = {
  customerHello: ['Hello,', 'Hi,', 'Hi team,', 'Dear support team,', ''],
  customerBye: ['Thanks, {name}', 'Kind regards\n{name}\n{clinic}', 'Best wishes\n{name}', 'Thank you!', ''],
  agentHello: ['Hi {called},', 'Hello {called},'],
  agentBye: ['Best regards\n{agent}', 'Kind regards\n{agent}, Northlight Rota', '{agent}'],
  looking: [
    'I am looking into it and will get back to you today.',
    'I can see what you mean. Give me a moment to check what happened, I will write as soon as I know more.',
    'Thank you for the clear description. I have passed it to a colleague who knows this part best; you will hear from us today.',
  ],
  thanks: [
    'That did it, thank you!',
    'Perfect, works now. Thanks for the quick help.',
    'Great, thank you. You can close this.',
    'It works. I would not have found that alone 🙂',
    'Thanks, all good now.',
  ],
  chasing: [
    'Any news on this? The ward is asking me.',
    'Just a gentle reminder, we are still waiting.',
    'Could you give me a rough idea of when this will be solved?',
  ],
  welcome: [
    'Glad to hear it! I will mark this as solved. Just write here if it comes back.',
    'You are welcome. Have a good week!',
  ],
  reminder: [
    'Just checking in: did you find the time to look? I will keep this open for now.',
    'A short reminder, as I need this detail to go on. No hurry on our side.',
  ],
  again: [
    'Unfortunately it is back since this morning. Could you look again?',
    'I was too early, the same thing has happened once more.',
  ],
  secondSolution: [
    'Sorry about that. There was a second place with the same cause, which I had missed. I corrected it and checked the whole month with you in mind; everything agrees now.',
  ],
  held: [
    'Waiting for the vendor, they promised an answer by tomorrow. On hold until then.',
    'Engineering has it ({code}), the fix goes out with the next release. On hold.',
    'Third party again. Opened a case with them, number {code}.',
  ],
  heldForCustomer: [
    'I have found the cause, but it needs a correction by one of our partners. I will write as soon as I hear from them, within two days at the latest.',
  ],
  handover: [
    'Handing this over, {next} knows the topic better than I do.',
    'End of my day. {next} takes it from here; all that is known is above.',
    'Needs somebody who speaks the language. {next}, could you?',
  ],
  triage: ['Several people are affected, raised the priority.', 'Deadline is close, moved up.'],
  happy: [
    'Quick and friendly, thank you!',
    'Answered within the hour and explained well.',
    'Very helpful, as always.',
    'Solved on the first try.',
    'Exactly what I needed.',
    '',
    '',
    '',
  ],
  fair: [
    'Good help, but it took two days.',
    'Solved in the end.',
    'Fine. A phone number would be nice.',
    '',
    '',
  ],
  unhappy: [
    'Three people asked me for the same details.',
    'Waited over the weekend while nobody could see the plan.',
    'The answer did not fit my question, I had to explain it again.',
    'Problem came back twice.',
  ],
} as const

/** Puts the facts of a conversation into its texts. Throws where a fact is not known: a brace must not be seen. */
export const filled = (text: string, facts: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name]
    if (fact === undefined) throw new Error(`Nobody knows the ${name} in “${text}”`)
    return fact
  })
