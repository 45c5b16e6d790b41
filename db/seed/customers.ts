/** The demo company's customers: people at clinics in many countries, with names that a layout has to bear. */
export interface DemoCustomer {
  readonly name: string
  readonly email: string
  /** How a letter to them begins. */
  readonly called: string
  readonly clinic: string
  readonly timeZone: string
}

type Row = readonly [name: string, mailbox: string, called?: string]

const clinics: readonly {
  readonly clinic: string
  readonly domain: string
  readonly timeZone: string
  readonly people: readonly Row[]
}[] = [
  {
    clinic: 'Clinique Saint-Roch',
    domain: 'saint-roch.test',
    timeZone: 'Europe/Paris',
    people: [
      ['Amélie Fournier', 'amelie.fournier'],
      ['Jean-Baptiste Lefebvre-Delacroix', 'jb.lefebvre'],
      ['Zoë Marchand', 'zoe.marchand'],
    ],
  },
  {
    clinic: 'Praxisverbund Isartal',
    domain: 'isartal.test',
    timeZone: 'Europe/Berlin',
    people: [
      ['Wolfgang-Maximilian Freiherr von Hohenstein-Blankenburg', 'wm.hohenstein', 'Herr von Hohenstein'],
      ['Käthe Grünwald', 'kaethe.gruenwald'],
      ['Uwe Groß', 'uwe.gross'],
    ],
  },
  {
    clinic: 'Leighton Community Hospital',
    domain: 'leighton-hospital.test',
    timeZone: 'Europe/London',
    people: [
      ['Margaret O’Sullivan', 'm.osullivan'],
      ['Oluwaseun Adeyemi-Bright', 'o.adeyemi'],
      ['Tom Ashworth', 'tom.ashworth'],
      ['Bronwen Llewellyn', 'b.llewellyn'],
    ],
  },
  {
    clinic: 'Hospital Santa Clara',
    domain: 'santaclara.test',
    timeZone: 'Europe/Madrid',
    people: [
      ['Íñigo Arteaga Etxeberria', 'inigo.arteaga'],
      ['María del Carmen Rodríguez de la Fuente', 'mc.rodriguez'],
      ['Núria Puig i Cadafalch', 'nuria.puig'],
    ],
  },
  {
    clinic: 'Policlínica Bela Vista',
    domain: 'belavista.test',
    timeZone: 'America/Sao_Paulo',
    people: [
      ['Maria Aparecida dos Santos Oliveira de Albuquerque Cavalcanti', 'maria.aparecida', 'Maria Aparecida'],
      ['João Guimarães', 'joao.guimaraes'],
      ['Thaís Conceição', 'thais.conceicao'],
    ],
  },
  {
    clinic: '桜通りクリニック',
    domain: 'sakuradori.test',
    timeZone: 'Asia/Tokyo',
    people: [
      ['山田 花子', 'hanako.yamada', 'Yamada-san'],
      ['佐藤 健一', 'kenichi.sato', 'Sato-san'],
    ],
  },
  {
    clinic: 'مستشفى النور',
    domain: 'alnoor.test',
    timeZone: 'Asia/Amman',
    people: [
      ['محمد عبد الرحمن الخطيب', 'm.alkhatib', 'Mr Al-Khatib'],
      ['ليلى حداد', 'layla.haddad', 'Layla'],
    ],
  },
  {
    clinic: 'מרפאת הגליל',
    domain: 'galil.test',
    timeZone: 'Asia/Jerusalem',
    people: [['שירה לוי', 'shira.levi', 'Shira']],
  },
  {
    clinic: 'Κλινική Αιγαίου',
    domain: 'aigaiou.test',
    timeZone: 'Europe/Athens',
    people: [
      ['Νίκος Παπαδόπουλος', 'nikos.p', 'Nikos'],
      ['Ελένη Κωνσταντινίδου', 'eleni.k', 'Eleni'],
    ],
  },
  {
    clinic: 'Поликлиника «Заречная»',
    domain: 'zarechnaya.test',
    timeZone: 'Asia/Almaty',
    people: [['Ольга Дмитриевна Кузнецова', 'olga.kuznetsova', 'Olga Dmitrievna']],
  },
  {
    clinic: '한빛의원',
    domain: 'hanbit.test',
    timeZone: 'Asia/Seoul',
    people: [
      ['김지은', 'jieun.kim', 'Ji-eun'],
      ['박서준', 'seojun.park', 'Seo-jun'],
    ],
  },
  {
    clinic: 'Bệnh viện Bình Minh',
    domain: 'binhminh.test',
    timeZone: 'Asia/Ho_Chi_Minh',
    people: [['Nguyễn Thị Minh Hạnh', 'minhhanh.nguyen', 'Hạnh']],
  },
  {
    clinic: 'Aarogya Care Centre',
    domain: 'aarogya.test',
    timeZone: 'Asia/Kolkata',
    people: [
      ['अनन्या शर्मा', 'ananya.sharma', 'Ananya'],
      ['Venkatanarasimharajuvaripeta Subramaniam', 'v.subramaniam', 'Venkat'],
      ['Rohit Kulkarni', 'rohit.kulkarni'],
    ],
  },
  {
    clinic: 'Heilsugæslan Vík',
    domain: 'vik-heilsa.test',
    timeZone: 'Atlantic/Reykjavik',
    people: [
      ['Þórunn Arnarsdóttir', 'thorunn', 'Þórunn'],
      ['Sigurður Ægisson', 'sigurdur'],
    ],
  },
  {
    clinic: 'Przychodnia Wiślana',
    domain: 'wislana.test',
    timeZone: 'Europe/Warsaw',
    people: [
      ['Grzegorz Brzęczyszczykiewicz', 'g.brzeczyszczykiewicz'],
      ['Małgorzata Świątek-Zielińska', 'm.swiatek'],
    ],
  },
  {
    clinic: 'Lakeshore Family Practice',
    domain: 'lakeshore-family.test',
    timeZone: 'America/Chicago',
    people: [
      ['Denise Washington', 'denise.w'],
      ['Hank Petersen', 'hank'],
      ['Xóchitl Ramírez', 'xochitl.r'],
      ['Bo Ng', 'bo'],
    ],
  },
  {
    clinic: 'Te Awa Health',
    domain: 'teawa.test',
    timeZone: 'Pacific/Auckland',
    people: [
      ['Aroha Ngāti-Parata', 'aroha'],
      ['Callum McKenzie', 'callum.mckenzie'],
    ],
  },
  {
    clinic: 'Anadolu Tıp Merkezi',
    domain: 'anadolu-tip.test',
    timeZone: 'Europe/Istanbul',
    people: [
      ['Gülşen Yıldırım', 'gulsen.yildirim'],
      ['İbrahim Öztürk', 'ibrahim.ozturk'],
    ],
  },
  {
    clinic: 'Vårdcentralen Lindängen',
    domain: 'lindangen.test',
    timeZone: 'Europe/Stockholm',
    people: [
      ['Åsa Bergström-Håkansson', 'asa.bergstrom'],
      ['Göran Sjöö', 'goran.sjoo'],
      ['Elif Demir', 'elif.demir'],
    ],
  },
  {
    clinic: 'Kliniek De Vijverhof',
    domain: 'vijverhof.test',
    timeZone: 'Europe/Amsterdam',
    people: [
      ['Anneke van der Westhuizen-ten Broek', 'anneke.vdw'],
      ['Sjoerd ’t Hooft', 'sjoerd'],
    ],
  },
  {
    clinic: 'Ubuntu Wellness Clinics',
    domain: 'ubuntu-wellness.test',
    timeZone: 'Africa/Johannesburg',
    people: [
      ['Nomvula Dlamini', 'nomvula.dlamini'],
      ['Pieter Jacobus van Rensburg', 'pj.vanrensburg'],
      ['Thandeka Khumalo', 'thandeka'],
    ],
  },
  {
    clinic: 'Fjordview Medical Centre',
    domain: 'fjordview.test',
    timeZone: 'Europe/Oslo',
    people: [
      ['Bjørn Ødegård', 'bjorn.odegard'],
      ['Kari Nordmann Lie', 'kari.lie'],
      ['Siv Å', 'siv'],
    ],
  },
  {
    clinic: 'Studio Medico Ponte Vecchio',
    domain: 'pontevecchio.test',
    timeZone: 'Europe/Rome',
    people: [
      ['Francesca D’Angelo', 'f.dangelo'],
      ['Niccolò degli Alessandri', 'niccolo'],
    ],
  },
  {
    clinic: 'Rosewood Dental Group',
    domain: 'rosewood-dental.test',
    timeZone: 'America/New_York',
    people: [
      ['Keisha Robinson', 'keisha.robinson'],
      ['Daniel Cohen-Goldberg', 'dan'],
      ['Siobhán Murphy', 'siobhan.murphy'],
      ['Raj Patel', 'raj.patel'],
    ],
  },
]

/** Those behind the demo logins. */
export const customer: DemoCustomer = {
  name: 'Ingrid Solheim',
  email: 'customer@demo.test',
  called: 'Ingrid',
  clinic: 'Fjordview Medical Centre',
  timeZone: 'Europe/Oslo',
}

export const other: DemoCustomer = {
  name: 'Tomás Herrera Quintana',
  email: 'other@demo.test',
  called: 'Tomás',
  clinic: 'Hospital Santa Clara',
  timeZone: 'Europe/Madrid',
}

/** Everybody else. */
export const customers: readonly DemoCustomer[] = clinics.flatMap(({ clinic, domain, timeZone, people }) =>
  people.map(([name, mailbox, called]) => ({
    name,
    email: `${mailbox}@${domain}`,
    called: called ?? name.split(' ')[0] ?? name,
    clinic,
    timeZone,
  })),
)

/** The companies that they work for. */
export const clinicNames: readonly string[] = [
  ...new Set([customer, other, ...customers].map(({ clinic }) => clinic)),
]

/** Clinics with the largest plan: they are promised more. */
export const vipClinics: readonly string[] = [
  'Leighton Community Hospital',
  'Te Awa Health',
  'Kliniek De Vijverhof',
]
