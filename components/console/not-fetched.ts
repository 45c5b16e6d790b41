import { toast } from '@/components/ui/toast'

/** Of what is fetched when somebody asks for it: it could not be. */
export const notFetched = () =>
  toast('This could not be done', { failed: true, description: 'Check the connection, or reload the page.' })
