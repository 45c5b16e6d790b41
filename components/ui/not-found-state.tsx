'use client'

import { lazy } from 'react'
import type { NotFoundProps } from './not-found-words'

const Words = lazy(async () => ({ default: (await import('./not-found-words')).NotFoundWords }))

/** Stands by in every page, for when there is nothing at its address; its code is fetched then. */
export const NotFoundState = (props: NotFoundProps) => <Words {...props} />
