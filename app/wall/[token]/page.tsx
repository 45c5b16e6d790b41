import { notFound } from 'next/navigation'
import { WallScreen } from '@/components/wall/screen'
import { wallOf } from '@/lib/wallboards/show'

/** The numbers of this moment for a screen on the wall: whoever has the link sees them, and nothing else. */
export default async function WallPage({ params }: PageProps<'/wall/[token]'>) {
  const { token } = await params
  const wall = await wallOf(token)
  if (!wall) notFound()
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="60" />
      </noscript>
      <WallScreen first={wall} source={`/wall/${token}/figures`} />
    </>
  )
}
