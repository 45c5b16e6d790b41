'use client'

import { Again } from '@/components/wall/again'
import { Quiet } from '@/components/wall/quiet'

export default function WallError() {
  return (
    <>
      <Again after={15_000} />
      <Quiet title="The numbers cannot be reached">This screen tries again by itself.</Quiet>
    </>
  )
}
