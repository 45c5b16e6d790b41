import type { Looks } from '@/lib/preferences/preferences'

interface Person {
  readonly id: number
  readonly name: string
  readonly email: string
  /** IANA name. */
  readonly timeZone: string
}

export interface Customer extends Person {
  readonly role: 'customer'
}

export interface Agent extends Person {
  readonly role: 'agent' | 'supervisor' | 'admin'
  /** Told of who is signed in: they are given nothing new. */
  readonly away?: boolean
  /** Told of who is signed in: how their pages look. */
  readonly looks?: Looks
}

/** Includes admins: each staff role contains the one before. */
export interface Supervisor extends Agent {
  readonly role: 'supervisor' | 'admin'
}

export interface Admin extends Agent {
  readonly role: 'admin'
}

/** Who asks. */
export type Viewer = Customer | Agent

/** The helpdesk itself: scheduled work, the command line. */
export interface System {
  readonly role: 'system'
}

export const system: System = { role: 'system' }

export type Actor = Viewer | System

export const isCustomer = (viewer: Viewer): viewer is Customer => viewer.role === 'customer'
export const isAgent = (viewer: Viewer): viewer is Agent => viewer.role !== 'customer'
export const isSupervisor = (viewer: Viewer): viewer is Supervisor =>
  viewer.role === 'supervisor' || viewer.role === 'admin'
export const isAdmin = (viewer: Viewer): viewer is Admin => viewer.role === 'admin'
