import { setTimeout as rest } from 'node:timers/promises'
import { build } from '@/lib/build'
import { TooMany } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Cursor } from './cursor'
import { frame } from './frame'
import { newsSince } from './since'

/** One open stream. */
export interface Listener {
  readonly personId: number
  /** Identifier of the session that opened it. */
  readonly session: string
  hear(message: Uint8Array): void
  /** Ends the stream, after a last word if there is one. */
  end(message?: Uint8Array): void
}

interface Pace {
  /** How often we look without having been called. */
  readonly rounds: number
  /** How long the database may be silent before the streams end: nobody is told anything that we could not check. */
  readonly patience: number
  readonly beats: number
  /** The least time from one look to the next, so that a storm of events is a few looks. */
  readonly rest: number
}

const usual: Pace = { rounds: 2_000, patience: 5_000, beats: 15_000, rest: 50 }

/** Of one person: more browsers than anybody has. */
const most = 50

/** Where in the stream of events a listener begins to hear; null: it has left before. */
type Admission = PromiseWithResolvers<Cursor | null>

/**
 * Brings what happens to all streams of this process. However many there are, one statement at a time reads what is new
 * and which of the sessions are still good, in one snapshot: nobody hears of anything that happened after they were sent away.
 * It looks when it is called and in rounds, so a bell that is lost costs two seconds, and nothing else.
 */
export class Hub {
  private readonly listeners = new Set<Listener>()
  /** Streams that hear what is told from the end of the next look on. */
  private readonly joining = new Map<Listener, Admission>()
  /** What was told to a listener while what it has missed is still being read: it hears it after that. */
  private readonly early = new Map<Listener, Uint8Array[]>()
  private position: Cursor | null = null
  /** Tickets on which somebody has come, gone or begun to reply since the last look. */
  private moving = new Set<string>()
  private looking: Promise<void> | undefined
  private wanted = false
  private timer: NodeJS.Timeout | undefined
  private answered = 0
  private beaten = 0

  constructor(private readonly pace: Pace = usual) {}

  /**
   * Lets a stream hear all that happens after `after`, once each; first of all `hello`: whether it has `missed` something and
   * has to look for itself, and of which `build` we are. Throws TooMany, and what the database throws when it cannot be asked.
   */
  async join(listener: Listener, after: Cursor | null) {
    const all = [...this.listeners, ...this.joining.keys()]
    if (all.filter(({ personId }) => personId === listener.personId).length >= most)
      throw new TooMany('Too many windows are open', 60)
    const from = await this.admission(listener)
    if (!from) return
    try {
      const { news, missed } = after ? await newsSince(after, { until: from }) : { news: [], missed: true }
      const early = this.early.get(listener) ?? []
      this.early.delete(listener)
      // Whoever hears no more than the hello has come no further than before.
      this.hand(listener, frame('hello', { missed, build }, news.length > 0 ? after : from))
      if (news.length > 0) this.hand(listener, frame('news', news, from))
      for (const message of early) this.hand(listener, message)
    } catch (error) {
      this.leave(listener)
      throw error
    }
  }

  leave(listener: Listener) {
    this.listeners.delete(listener)
    this.early.delete(listener)
    this.joining.get(listener)?.resolve(null)
    this.joining.delete(listener)
    if (this.isHeard()) return
    clearInterval(this.timer)
    this.timer = undefined
    this.position = null
  }

  /** Somebody has come to a ticket, left it, or begun to reply: told with the next look. A hint, which may be lost. */
  moved(refid: string) {
    if (this.listeners.size > 0) this.moving.add(refid)
  }

  /** Somebody has written something. Resolves when it has been told, or could not be. */
  async look() {
    this.wanted = this.isHeard()
    if (this.wanted) this.looking ??= this.lookAround()
    await this.looking
  }

  /** Ends all streams; browsers come back by themselves. */
  end() {
    for (const listener of [...this.listeners, ...this.joining.keys()]) this.dismiss(listener)
  }

  private isHeard() {
    return this.listeners.size + this.joining.size > 0
  }

  private admission(listener: Listener) {
    const admission: Admission = Promise.withResolvers()
    this.joining.set(listener, admission)
    this.start()
    void this.look()
    return admission.promise
  }

  private start() {
    if (this.timer) return
    this.answered = this.beaten = performance.now()
    this.timer = setInterval(() => this.round(), this.pace.rounds).unref()
  }

  private round() {
    if (performance.now() - this.answered <= this.pace.patience) void this.look()
    else {
      log.warn({ streams: this.listeners.size }, 'The database does not answer: the live updates end')
      this.end()
    }
  }

  private async lookAround() {
    while (this.wanted) {
      this.wanted = false
      const joining = [...this.joining]
      try {
        await this.lookOnce(joining)
      } catch (err) {
        log.warn({ err }, 'A look for what is new failed')
        for (const [listener, admission] of joining) {
          admission.reject(err)
          this.leave(listener)
        }
      }
      if (this.wanted) await rest(this.pace.rest)
    }
    this.looking = undefined
  }

  /** Nobody becomes a listener but at the end of a look: all who are told something were asked about. */
  private async lookOnce(joining: readonly (readonly [Listener, Admission])[]) {
    const asked = [...this.listeners, ...joining.map(([listener]) => listener)]
    const moving = [...this.moving]
    this.moving.clear()
    const sessions = asked.map(({ session }) => session)
    const { cursor, news, missed, alive } = await newsSince(this.position, { sessions })
    this.answered = performance.now()
    const welcome = new Set(alive)
    for (const listener of asked)
      if (!welcome.has(listener.session)) this.dismiss(listener, frame('bye', null))
    if (missed) this.tell(frame('hello', { missed, build }, cursor))
    else if (news.length > 0) this.tell(frame('news', news, cursor))
    if (moving.length > 0) this.tell(frame('presence', moving, cursor))
    if (this.answered - this.beaten >= this.pace.beats) {
      this.beaten = this.answered
      this.tell(frame('beat', null, cursor))
    }
    this.position = this.isHeard() ? cursor : null
    for (const [listener, admission] of joining) {
      if (!this.joining.delete(listener)) continue
      this.listeners.add(listener)
      this.early.set(listener, [])
      admission.resolve(cursor)
    }
  }

  private tell(message: Uint8Array) {
    for (const listener of [...this.listeners]) {
      const early = this.early.get(listener)
      if (early) early.push(message)
      else this.hand(listener, message)
    }
  }

  private hand(listener: Listener, message: Uint8Array) {
    if (this.listeners.has(listener)) this.attempt(listener, () => listener.hear(message))
  }

  private dismiss(listener: Listener, message?: Uint8Array) {
    if (!this.listeners.has(listener) && !this.joining.has(listener)) return
    this.leave(listener)
    this.attempt(listener, () => listener.end(message))
  }

  /** A stream that breaks is let go of: it is nobody else's concern. */
  private attempt(listener: Listener, act: () => void) {
    try {
      act()
    } catch (err) {
      log.warn({ err }, 'A live stream broke')
      this.leave(listener)
    }
  }
}
