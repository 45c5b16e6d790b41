import type { Overtaken } from '@/lib/sending/overtaken'
import type { Preview } from '@/lib/sla/preview'

/** Nothing is saved yet: this is what it would change. Sent again with `agreed`, it is saved. */
export interface Previewed {
  readonly status: 'previewed'
  readonly preview: Preview
  readonly agreed: string
}

/** It is done, which may be said. */
export interface Done {
  readonly status: 'done'
  readonly message?: string
  /** Where it goes on: the path of what was made. */
  readonly leadsTo?: string
  /** A reply that waits, by its name: for so many milliseconds it can be taken back. */
  readonly waits?: { readonly reply: string; readonly milliseconds: number }
}

/** What a form knows of its last submission. Values are what was typed, so that nothing typed is ever lost. */
export type FormState =
  | { readonly status: 'idle' }
  | Done
  | Previewed
  | {
      readonly status: 'refused'
      readonly message: string
      /** Field name to what is wrong with it. */
      readonly fields: Readonly<Record<string, string>>
      readonly values: Readonly<Record<string, string>>
      /** All values of the fields that a form may post several times, or not at all. */
      readonly lists?: Readonly<Record<string, readonly string[]>>
      /** What would do in the place of what was asked. */
      readonly instead?: string
      /** ISO 8601: from when on the same attempt is welcome again. */
      readonly retryAt?: string
      /** Something has happened meanwhile that the page does not show. */
      readonly outdated?: true
      /** Whoever sends it again has to sign in before. */
      readonly signedOut?: true
      /** It has not reached the server, or a server that knows it: what the page shows is all that is known. */
      readonly unsent?: 'failed' | 'outdated'
      /** What others have said since the form was drawn; the form shows it itself. */
      readonly overtaken?: Overtaken
    }

export const idle: FormState = { status: 'idle' }
