'use client'

export { PlainFailure as default } from '@/components/ui/plain-failure'
