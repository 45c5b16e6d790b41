import { sql } from 'drizzle-orm'
import { factDimensions } from './fact'
import { atOneMoment, read } from './one-moment'
import { sums, valueAlong } from './tally'

export interface Difference {
  /** A ticket's reference, or a tally's name. */
  readonly where: string
  readonly what: string
}

/** Nobody reads more. */
const most = 100

/** Where the facts are not what their tickets tell, and the tallies not what the facts add up to. Writes nothing. */
export const differences = (): Promise<readonly Difference[]> =>
  atOneMoment(async () => [...(await ofFacts()), ...(await ofTallies())].slice(0, most))

const ofFacts = () =>
  read<{ where: string; what: string }>(sql`
    with kept as (select * from facts except all select * from ticket_facts),
      told as (select * from ticket_facts except all select * from facts)
    select coalesce(t.refid, d.ticket_id::text) as where, d.kind || d.what as what
    from (
      select ticket_id, kind, ' is kept, and is not so' as what from kept
      union all select ticket_id, kind, ' is not kept' from told) d
    left join tickets t on t.id = d.ticket_id
    order by d.ticket_id, d.kind, d.what limit ${most}`)

const ofTallies = () =>
  read<{ where: string; what: string }>(sql`
    with counted as (
      select s.span::tally_span as span, s.starts, c.kind, c.dimension, c.value, sum(c.n)::integer as n, sum(c.good)::integer as good,
        sum(c.amount)::bigint as amount, sum(c.open_amount)::bigint as open_amount
      from (${sql.join(
        factDimensions.map(
          (name) => sql`
            select day, kind, ${sql.raw(`'${name}'`)}::fact_dimension as dimension, value::bigint, ${sums(sql`1`)}
            from (select *, ${valueAlong[name]} as value from facts) f where value is not null group by day, kind, value`,
        ),
        sql` union all `,
      )}) c
      cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) s(span, starts)
      group by 1, 2, 3, 4, 5)
    select concat_ws(' ', span, starts, kind, dimension, value) as where,
      'kept as ' || coalesce(k.n::text, 'nothing') || ', should be ' || coalesce(c.n::text, 'nothing') as what
    from fact_tallies k full join counted c using (span, starts, kind, dimension, value)
    where (k.n, k.good, k.amount, k.open_amount) is distinct from (c.n, c.good, c.amount, c.open_amount)
    order by 1 limit ${most}`)
