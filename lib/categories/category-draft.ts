import type { Category } from './category'
import type { NewCategory } from './create'

/** A category told step by step. `create` exists once it has a name. */
export class CategoryDraft<Draft extends Partial<NewCategory> = Record<never, never>> {
  constructor(
    private readonly add: (category: NewCategory) => Promise<Category>,
    private readonly draft: Draft,
  ) {}

  /** The slug is made from it, unless one is given. */
  name(name: string) {
    return this.with({ name })
  }
  slug(slug: string) {
    return this.with({ slug })
  }
  description(description: string) {
    return this.with({ description })
  }
  active(active = true) {
    return this.with({ active })
  }
  inactive() {
    return this.active(false)
  }
  /** The smallest comes first. */
  order(displayOrder: number) {
    return this.with({ displayOrder })
  }

  create(this: CategoryDraft<NewCategory>) {
    return this.add(this.draft)
  }

  private with<More extends Partial<NewCategory>>(more: More) {
    return new CategoryDraft<Draft & More>(this.add, { ...this.draft, ...more })
  }
}
