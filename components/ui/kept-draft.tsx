'use client'

import { useState } from 'react'
import { Button } from './button'
import { focusPage } from './focus'
import { useForm } from './form'
import { Notice } from './notice'

/** Says that a form is filled in because it was left so, and lets one begin with an empty one. */
export function KeptDraft() {
  const { restored, startOver } = useForm()
  const [passed, setPassed] = useState(false)
  if (!restored || passed) return null
  const empty = () => {
    startOver()
    setPassed(true)
    focusPage()
  }
  return (
    <Notice
      action={
        <Button size={32} onClick={empty}>
          Start over
        </Button>
      }
    >
      What you wrote before is here again.
    </Notice>
  )
}
