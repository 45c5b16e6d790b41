import { Again } from '@/components/wall/again'
import { Quiet } from '@/components/wall/quiet'

/** The same for a link that was taken back and for one that never was. */
export default function NoSuchWall() {
  return (
    <>
      {/* A server that has just begun may not have known its own links. */}
      <Again after={300_000} />
      <Quiet title="There is nothing to see here">Whoever sent you here can give you another link.</Quiet>
    </>
  )
}
