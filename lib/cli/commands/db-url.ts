import { Refused } from '@/lib/errors'
import { command } from '../command'

export const dbUrlCommand = command(
  {
    name: 'db:url',
    usage: '',
    summary: 'The connection string of the database, for psql and other tools. It holds the password.',
    options: {},
  },
  async () => {
    const url = process.env.DATABASE_URL
    if (!url) throw new Refused('DATABASE_URL is not set')
    return { text: url, json: { url } }
  },
)
