/** The input does not do; `field` names the place. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    message: string,
    readonly field?: string,
    /** What would do in its place, for the form to offer. */
    readonly instead?: string,
  ) {
    super(message)
  }
}

/** There is no such thing, or not for this viewer: the two are never told apart. */
export class Missing extends Error {
  override readonly name: string = 'Missing'
  constructor(message = 'Not found') {
    super(message)
  }
}

/** Somebody or something was faster; the message says who and what. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** A limit is reached; welcome again after `retryAfter` seconds. */
export class TooMany extends Error {
  override readonly name: string = 'TooMany'
  constructor(
    message: string,
    readonly retryAfter: number,
  ) {
    super(message)
  }
}

/** Whoever asks is not signed in, or not any more. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut'
  constructor() {
    super('You are signed out.')
  }
}
