import Search from 'lucide-react/icons/search'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'

/** Asks by address, so that it works without JavaScript and Back leads back. */
export function SearchForm({ q }: { readonly q: string }) {
  return (
    <search className="mt-6 block">
      <form action="/tickets" className="flex flex-wrap gap-2">
        <div className="min-w-0 grow basis-48">
          <TextInput
            key={q}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            aria-label="Search my requests"
            placeholder="Word or reference"
            icon={<Search />}
          />
        </div>
        <Button type="submit">Search</Button>
      </form>
    </search>
  )
}
