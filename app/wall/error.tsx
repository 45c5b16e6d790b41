'use client'

import { useEffect } from 'react'
import { Quiet } from '@/components/wall/quiet'

const patience = 15_000

/** Nobody stands beside a screen to press a button: it tries again by itself. */
export default function WallError() {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), patience)
    return () => clearTimeout(timer)
  }, [])
  return <Quiet title="The numbers cannot be reached">This screen tries again by itself.</Quiet>
}
