/** As people sort names: `step-2` comes before `step-10`. */
export const tagOrder = new Intl.Collator('en', { numeric: true }).compare
