CREATE TRIGGER sla_ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sla_ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER calendar_versions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON calendar_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What the settings promised is the policy that closes the list.
INSERT INTO sla_policies (name, position, fallback, targets)
SELECT 'Everyone', 1, true, jsonb_object_agg(priority, jsonb_build_object('resolution',
  greatest(1, round(3600 * coalesce((stored.value -> priority ->> 'slaHours')::numeric, hours))::integer)))
FROM (VALUES ('low', 72), ('medium', 24), ('high', 8), ('urgent', 2)) AS seeded(priority, hours)
LEFT JOIN settings AS stored ON stored.key = 'priorities';
--> statement-breakpoint
DELETE FROM settings WHERE key = 'priorities';
--> statement-breakpoint
-- Tickets from before the ledger: what was promised until now, around the clock and without a pause, to whole seconds.
-- What was resolved on the way was kept or missed by then; from a reopening on it was promised anew.
INSERT INTO sla_clocks (ticket_id, target, instance, policy_id, seconds, pausing, started_at, due_at, risk_at, warned_at,
  breached_at, ended_at, outcome, pauses, next_at)
SELECT t.id, 'resolution', turn.instance, p.id, seconds, '{pending}', turn.began_at,
  CASE WHEN turn.ended_at IS NULL AND NOT still THEN due END,
  CASE WHEN turn.ended_at IS NULL AND (NOT still OR risk < now()) THEN risk END,
  CASE WHEN turn.ended_at IS NULL AND risk < now() THEN risk END,
  CASE WHEN late THEN due END,
  turn.ended_at, CASE WHEN turn.ended_at IS NOT NULL THEN 'met'::sla_outcome END,
  CASE WHEN still THEN jsonb_build_array(jsonb_build_object('from', to_jsonb(now()), 'to', null)) ELSE '[]' END,
  CASE WHEN turn.ended_at IS NULL AND NOT late AND NOT still THEN CASE WHEN risk < now() THEN due ELSE risk END END
FROM tickets t
CROSS JOIN sla_policies p
CROSS JOIN LATERAL (
  SELECT begun.instance, begun.at AS began_at, CASE WHEN begun.next_id IS NULL THEN t.resolved_at ELSE coalesce(
    (SELECT min(e.at) FROM events e WHERE e.ticket_id = t.id AND e.kind = 'ticket.resolved' AND e.id BETWEEN begun.id AND begun.next_id),
    begun.next_at) END AS ended_at
  FROM (
    SELECT b.id, b.at, row_number() OVER turns AS instance, lead(b.id) OVER turns AS next_id, lead(b.at) OVER turns AS next_at
    FROM (SELECT 0::bigint AS id, t.created_at AS at
      UNION ALL SELECT e.id, e.at FROM events e WHERE e.ticket_id = t.id AND e.kind = 'ticket.reopened') b
    WINDOW turns AS (ORDER BY b.id)) begun) turn
CROSS JOIN LATERAL (SELECT greatest(1, round(extract(epoch FROM t.sla_due_at - t.created_at)))::integer AS seconds) terms
CROSS JOIN LATERAL (SELECT turn.began_at + seconds * interval '1 second' AS due) deadline
CROSS JOIN LATERAL (SELECT due < coalesce(turn.ended_at, now()) AS late) one
CROSS JOIN LATERAL (SELECT turn.ended_at IS NULL AND t.status = 'pending' AND NOT late AS still,
  greatest(turn.began_at, due - greatest(seconds * interval '1 second' / 5, interval '30 minutes')) AS risk) two
WHERE t.sla_due_at IS NOT NULL;
--> statement-breakpoint
INSERT INTO sla_ledger (ticket_id, target, instance, kind, at, reason, actor_id, event_id, policy_id, seconds, pausing, due_at)
SELECT c.ticket_id, c.target, c.instance, entry.kind, entry.at, entry.reason, source.actor_id, source.id,
  entry.policy_id, entry.seconds, entry.pausing, entry.due_at
FROM sla_clocks c
CROSS JOIN LATERAL (SELECT c.started_at + c.seconds * interval '1 second' AS due) deadline
CROSS JOIN LATERAL (VALUES
  (1, 'started', c.started_at, CASE c.instance WHEN 1 THEN 'filed' ELSE 'reopened' END, c.policy_id, c.seconds, c.pausing, due),
  (2, 'at_risk', c.warned_at, 'deadline', null, null, null, due),
  (3, 'breached', c.breached_at, 'deadline', null, null, null, due),
  (4, 'paused', (c.pauses -> 0 ->> 'from')::timestamptz, 'pending', null, null, null, null),
  (5, 'met', c.ended_at, 'resolved', null, null, null, due)
) AS entry(place, kind, at, reason, policy_id, seconds, pausing, due_at)
LEFT JOIN LATERAL (
  SELECT e.id, e.actor_id FROM events e
  WHERE e.ticket_id = c.ticket_id AND e.at = entry.at AND e.kind = CASE entry.reason
    WHEN 'filed' THEN 'ticket.created' WHEN 'reopened' THEN 'ticket.reopened' WHEN 'resolved' THEN 'ticket.resolved' END
  ORDER BY e.id LIMIT 1) source ON true
WHERE entry.at IS NOT NULL
ORDER BY c.ticket_id, c.instance, entry.place;
--> statement-breakpoint
UPDATE tickets t SET sla_due_at = c.due_at,
  sla_risk_at = CASE WHEN c.due_at IS NOT NULL THEN c.risk_at END,
  sla_target = CASE WHEN c.due_at IS NOT NULL THEN c.target END,
  sla_started_at = CASE WHEN c.due_at IS NOT NULL THEN c.started_at END,
  sla_paused_at = (c.pauses -> 0 ->> 'from')::timestamptz
FROM (SELECT DISTINCT ON (ticket_id) * FROM sla_clocks ORDER BY ticket_id, instance DESC) c WHERE c.ticket_id = t.id;
