/** The stories need a Deskwell of their own, with its database; the script behind `npm run test:e2e` starts it. */
export default function demandStack() {
  if (!process.env.APP_URL || !process.env.DATABASE_URL) {
    throw new Error('Run the stories with: npm run test:e2e')
  }
}
