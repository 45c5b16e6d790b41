import { randomFrom } from '../random'

/** What helpdesks talk about most, most frequent first. */
const frequent =
  `please issue account invoice order error login password update team screen system customer email support
  change page user payment report access file setting version problem request number address contact printer
  device network server browser phone app export import schedule calendar meeting contract subscription refund
  delivery shipping return warranty discount currency tax receipt balance credit card bank transfer limit
  permission role admin group department office building room key badge door camera sensor battery charger
  cable adapter monitor keyboard mouse laptop tablet dock headset speaker microphone router switch firewall
  backup restore archive folder document signature template form field column row filter search sort label
  notification reminder message reply forward attachment image photo video audio recording link redirect
  domain certificate token session cookie cache proxy gateway cluster node container image registry pipeline
  release deploy rollback migration schema table index query timeout latency crash freeze restart reboot
  install uninstall upgrade downgrade license trial plan seat quota usage billing cycle renewal cancellation
  training manual guide tutorial webinar feedback survey rating complaint escalation incident outage
  maintenance window planning shift vacation overtime payroll salary expense travel booking ticket visa
  insurance policy claim accident repair replacement inspection safety compliance audit privacy consent`
    .trim()
    .split(/\s+/)

const first = ['al', 'ber', 'cor', 'dan', 'el', 'fer', 'gal', 'hol', 'in', 'jor', 'kel', 'lan', 'mar', 'nor']
const middle = ['a', 'do', 'en', 'fi', 'gra', 'hu', 'lo', 'mi', 'ra', 'sti', 'ta', 'vo', 'wen', 'zi']
const last = ['ba', 'dor', 'fen', 'gon', 'lix', 'mur', 'nak', 'pol', 'rim', 'sot', 'tal', 'vek', 'wyn', 'xar']

/** Words of no language, for the names and terms that every trade has of its own: mostly rare. */
const rare = first.flatMap((begin) => middle.flatMap((mid) => last.map((end) => `${begin}${mid}${end}`)))

/** A few thousand words, most frequent first. */
export const vocabulary: readonly string[] = [...new Set([...frequent, ...shuffled(rare)])]

export const letterCount = 16_384

/**
 * Letters of one to three sentences, with words as frequent as their place in the vocabulary says (Zipf, flattened at the
 * head, so that no word is in every letter).
 */
export function letters(): readonly string[] {
  const random = randomFrom(4)
  const flat = 20
  const span = Math.log(1 + vocabulary.length / flat)
  const word = () => vocabulary[Math.floor(flat * (Math.exp(random.between(0, span)) - 1))] ?? ''
  const sentence = () => {
    const [begin = '', ...rest] = Array.from({ length: random.whole(4, 9) }, word).join(' ')
    return `${begin.toUpperCase()}${rest.join('')}.`
  }
  const sentences = [
    [1, 5],
    [2, 3],
    [3, 2],
  ] as const
  return Array.from({ length: letterCount }, () =>
    Array.from({ length: random.weighted(sentences) }, sentence).join(' '),
  )
}

export const firstNames =
  `Ana Bo Cleo Dmitri Elif Farid Grace Hana Ibrahim Jana Kofi Leila Maria Nils Olga Pedro Quentin Rosa
  Samir Tomas Uma Viktor Wanda Ximena Yusuf Zoe Amara Bjørn Chloé Diego Esra Fatima Giulia Henrik Ines Jürgen Katarzyna
  Lars Mei Nadia Oskar Priya Rafael Sofía Tariq Ursula Valentina Willem Yara Zoltan`
    .trim()
    .split(/\s+/)

export const lastNames =
  `Abbas Becker Costa Dahl Eriksen Fontaine García Hughes Ivanova Jensen Kowalski Lindqvist Moreau
  Nakamura Okafor Petrov Quinn Rossi Schmidt Tanaka Ueda Varga Weber Xu Yilmaz Zhang Andersson Bianchi Clarke Díaz
  Edwards Fischer Gruber Haddad Ito Jovanović Khan Larsen Mendes Novák Olsen Park Ramos Silva Tóth Usman Vogel Walsh
  Young Zimmermann Adeyemi Brandt Castillo Dubois`
    .trim()
    .split(/\s+/)

function shuffled(words: readonly string[]) {
  const random = randomFrom(7)
  return words
    .map((word) => ({ word, place: random.between(0, 1) }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word)
}
