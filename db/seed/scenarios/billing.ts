import type { Scenario } from './scenario'

const category = 'billing'

export const billing: readonly Scenario[] = [
  {
    category,
    tags: ['invoice'],
    subjects: ['Invoice {code} has the wrong address', 'Please correct the address on our invoice'],
    openings: [
      'Invoice {code} still carries our old address, and our accounting cannot book it like that. The new one is in the settings since two months.',
      'We moved in spring. Could you issue invoice {code} again with the new address of {clinic}?',
    ],
    notes: [
      'Billing address is separate from the clinic’s address. Both should be asked when one is changed.',
    ],
    solution:
      'I cancelled invoice {code} and issued it again with the new address; it is under **Billing → Invoices** together with the credit note. The billing address is kept apart from the clinic’s, and I have updated it for all later invoices.',
  },
  {
    category,
    tags: ['refund', 'invoice'],
    subjects: ['Charged for {count} seats, we have fewer', 'Number of seats on the invoice is too high'],
    openings: [
      'The invoice lists {count} seats. We count clearly fewer people on our rota. Could you explain the difference?',
      'Why are people who left months ago still counted as seats?',
    ],
    question: [
      'Gladly. Seats are counted on the last day of the month, including people who are *planned but not yet started*. Shall I send you the list of names?',
      'Yes please, then I can compare it with HR.',
    ],
    notes: [
      'Nine of them left but are still active in the system; no end date in the contract.',
      'Refund within the usual limit, no approval needed.',
    ],
    solution:
      'The list shows nine people who have left but have no end date in their contract, so the system still counts them. I have set the end dates you gave me and **refunded the difference** for the last two months. It reaches your account in three to five days.',
    again: [
      'The new invoice still counts two of the nine.',
      'You are right: two had a second contract as a pool nurse. I ended those too, and the corrected invoice is in your account.',
    ],
  },
  {
    category,
    subjects: ['How do we change from monthly to yearly?', 'Switch to annual billing'],
    openings: [
      'We would like to pay yearly instead of monthly from next month on. What happens to the month we have paid already?',
    ],
    notes: [],
    solution:
      'You can change it under **Billing → Plan → Pay yearly**. The part of the paid month that is left is taken off the first yearly invoice. With yearly payment two months are free, so for {clinic} it comes to ten times the monthly price.',
  },
  {
    category,
    priority: 'high',
    tags: ['refund'],
    subjects: ['Payment failed, account about to be suspended', 'Warning about suspension although we paid'],
    openings: [
      'We got a mail that our account will be suspended on Friday because of a failed payment. Our bank says that the transfer for {code} went out ten days ago.',
      'The card payment was declined and now there is a red banner for all planners. Please do not lock us out, we have 24-hour wards.',
    ],
    question: [
      'Nobody will be locked out while we look into it, I have stopped the reminder. Could you tell me the reference on the transfer?',
      'The reference was the customer number, not the number of the invoice. That was probably the mistake.',
    ],
    notes: [
      'Transfer is there, booked on nobody. Finance matched it to {code}.',
      'Banner removed, dunning stopped.',
    ],
    solution:
      'We found the transfer: it had the customer number as its reference and could not be matched by itself. It is booked on invoice {code} now, the banner is gone, and nothing is open on your account.',
  },
  {
    category,
    priority: 'low',
    subjects: ['Discount for non-profit organisations?', 'Do you offer a price for charities?'],
    openings: [
      '{clinic} is run by a registered charity. Is there a reduced price, and what do you need from us?',
    ],
    notes: ['Charity discount is 25 % since January. Certificate is enough, sales need not be asked.'],
    solution:
      'There is: 25 % on every plan for registered charities. The certificate you attached is all that we need. The discount applies from this month’s invoice on, and stays for as long as the registration is valid.',
  },
  {
    category,
    tags: ['invoice'],
    subjects: ['Need all invoices of last year as PDF', 'Invoices for the tax adviser'],
    openings: [
      'Our tax adviser needs all invoices of last year. Is there a way to get them at once instead of one by one?',
    ],
    notes: [],
    solution:
      'Yes: under **Billing → Invoices** choose the year and then *Download all*. You get one archive with all PDFs and a list as CSV. The button is only there for people with the role *Billing*; I have given it to you, since you are the owner of the account.',
  },
]
