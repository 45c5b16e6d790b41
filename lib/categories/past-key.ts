import { categories } from '@/db/schema'
import { pastKey } from '@/lib/events/past-key'

/** The category that an event of a ticket names, where it keeps no key. */
export const pastCategoryKey = () => pastKey(categories, { kinds: ['category.changed'], field: 'name' })
