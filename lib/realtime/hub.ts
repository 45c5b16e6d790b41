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

/**
 * Brings what happens to all streams of this process. However many there are, one statement at a time reads what is new
 * and which of the sessions are still good, in one snapshot: nobody hears of anything that happened after they were sent away.
 * It looks when it is called and in rounds, so a bell that is lost costs two seconds, and nothing else.
 */
export class Hub {
  private readonly listeners = new Set<Listener>()
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
   * Lets a stream hear all that happens after `after`, first of all `hello`: whether it has `missed` something and has to
   * look for itself, and of which `build` we are. Throws TooMany, and what the database throws when it cannot be asked.
   */
  async join(listener: Listener, after: Cursor | null) {
    const own = [...this.listeners].filter(({ personId }) => personId === listener.personId)
    if (own.length >= most) throw new TooMany('Too many windows are open', 60)
    this.listeners.add(listener)
    this.start()
    try {
      // In this order: what ends after the position is heard from now on, what ended before is in what was missed.
      if (!this.position) await this.look()
      const { cursor, news, missed } = await newsSince(after)
      listener.hear(frame('hello', { missed: missed || !after, build }, cursor))
      if (news.length > 0) listener.hear(frame('news', news, cursor))
    } catch (error) {
      this.leave(listener)
      throw error
    }
  }

  leave(listener: Listener) {
    this.listeners.delete(listener)
    if (this.listeners.size > 0) return
    clearInterval(this.timer)
    this.timer = undefined
    this.position = null
  }

  /** Somebody has come to a ticket, left it, or begun to reply: told with the next look. A hint, which may be lost. */
  moved(refid: string) {
    if (this.listeners.size > 0) this.moving.add(refid)
  }

  /** Somebody has written something. Resolves when it has been told, or could not be. */
  look(): Promise<void> {
    this.wanted = this.listeners.size > 0
    this.looking ??= this.lookAround().finally(() => {
      this.looking = undefined
    })
    return this.looking
  }

  /** Ends all streams; browsers come back by themselves. */
  end() {
    for (const listener of [...this.listeners]) this.dismiss(listener)
  }

  private start() {
    if (this.timer) return
    this.answered = this.beaten = performance.now()
    this.timer = setInterval(() => this.round(), this.pace.rounds).unref()
  }

  private round() {
    if (performance.now() - this.answered <= this.pace.patience) void this.look().catch(() => {})
    else {
      log.warn({ streams: this.listeners.size }, 'The database does not answer: the live updates end')
      this.end()
    }
  }

  private async lookAround() {
    while (this.wanted) {
      this.wanted = false
      await this.lookOnce()
      if (this.wanted) await rest(this.pace.rest)
    }
  }

  private async lookOnce() {
    const asked = [...this.listeners]
    const sessions = asked.map(({ session }) => session)
    const moving = [...this.moving]
    this.moving.clear()
    const { cursor, news, missed, alive } = await newsSince(this.position, sessions)
    this.answered = performance.now()
    this.position = this.listeners.size > 0 ? cursor : null
    const welcome = new Set(alive)
    for (const listener of asked)
      if (!welcome.has(listener.session)) this.dismiss(listener, frame('bye', null))
    if (missed) this.tell(frame('hello', { missed, build }, cursor))
    else if (news.length > 0) this.tell(frame('news', news, cursor))
    if (moving.length > 0) this.tell(frame('presence', moving, cursor))
    if (this.answered - this.beaten < this.pace.beats) return
    this.beaten = this.answered
    this.tell(frame('beat', null, cursor))
  }

  private tell(message: Uint8Array) {
    for (const listener of [...this.listeners]) listener.hear(message)
  }

  private dismiss(listener: Listener, message?: Uint8Array) {
    this.leave(listener)
    listener.end(message)
  }
}
