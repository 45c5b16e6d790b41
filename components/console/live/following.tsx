'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { calmly } from './calm'
import { hearNews } from './live'

const pace = { wait: 300, rest: 3_000 }
/** Deadlines pass without anybody doing anything. */
const round = 30_000

/** Asks for the page again when something happens, and now and then by itself. */
export function Following() {
  const router = useRouter()
  useEffect(() => {
    const { call, stop } = calmly(router.refresh, pace)
    const silent = hearNews(call)
    const timer = setInterval(call, round)
    return () => {
      silent()
      clearInterval(timer)
      stop()
    }
  }, [router])
  return null
}
