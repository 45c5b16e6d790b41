import { Quiet } from '@/components/wall/quiet'

/** The same for a link that was taken back and for one that never was. */
export default function NoSuchWall() {
  return <Quiet title="There is nothing to see here">Whoever sent you here can give you another link.</Quiet>
}
