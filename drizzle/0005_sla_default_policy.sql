CREATE TRIGGER sla_ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sla_ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER calendar_versions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON calendar_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What the settings promised is the policy that closes the list.
INSERT INTO sla_policies (name, position, fallback, targets)
SELECT 'Everyone', 1, true, jsonb_object_agg(priority, jsonb_build_object('resolution',
  round(3600 * coalesce((stored.value -> priority ->> 'slaHours')::numeric, hours))::integer))
FROM (VALUES ('low', 72), ('medium', 24), ('high', 8), ('urgent', 2)) AS seeded(priority, hours)
LEFT JOIN settings AS stored ON stored.key = 'priorities';
--> statement-breakpoint
DELETE FROM settings WHERE key = 'priorities';
--> statement-breakpoint
-- Tickets from before the ledger: what was promised until now, around the clock and without a pause.
INSERT INTO sla_clocks (ticket_id, target, instance, policy_id, seconds, pausing, started_at, due_at, risk_at, warned_at,
  breached_at, ended_at, outcome, pauses, next_at)
SELECT t.id, 'resolution', 1, p.id, greatest(1, round(extract(epoch FROM t.sla_due_at - t.created_at))), '{pending}', t.created_at,
  CASE WHEN t.resolved_at IS NULL AND NOT still THEN t.sla_due_at END,
  CASE WHEN t.resolved_at IS NULL AND (NOT still OR risk < now()) THEN risk END,
  CASE WHEN t.resolved_at IS NULL AND risk < now() THEN risk END,
  CASE WHEN late THEN t.sla_due_at END,
  t.resolved_at, CASE WHEN t.resolved_at IS NOT NULL THEN 'met'::sla_outcome END,
  CASE WHEN still THEN jsonb_build_array(jsonb_build_object('from', to_jsonb(now()), 'to', null)) ELSE '[]' END,
  CASE WHEN t.resolved_at IS NULL AND NOT late AND NOT still THEN CASE WHEN risk < now() THEN t.sla_due_at ELSE risk END END
FROM tickets t
CROSS JOIN sla_policies p
CROSS JOIN LATERAL (SELECT t.sla_due_at < coalesce(t.resolved_at, now()) AS late) one
CROSS JOIN LATERAL (SELECT t.status = 'pending' AND NOT late AS still,
  greatest(t.created_at, t.sla_due_at - greatest((t.sla_due_at - t.created_at) / 5, interval '30 minutes')) AS risk) two
WHERE t.sla_due_at IS NOT NULL;
--> statement-breakpoint
INSERT INTO sla_ledger (ticket_id, target, instance, kind, at, reason, policy_id, seconds, pausing, due_at)
SELECT c.ticket_id, c.target, c.instance, entry.kind, entry.at, entry.reason, entry.policy_id, entry.seconds, entry.pausing, entry.due_at
FROM sla_clocks c
JOIN tickets t ON t.id = c.ticket_id
CROSS JOIN LATERAL (VALUES
  (1, 'started', c.started_at, 'filed', c.policy_id, c.seconds, c.pausing, t.sla_due_at),
  (2, 'at_risk', c.warned_at, 'deadline', null, null, null, t.sla_due_at),
  (3, 'breached', c.breached_at, 'deadline', null, null, null, t.sla_due_at),
  (4, 'paused', (c.pauses -> 0 ->> 'from')::timestamptz, 'pending', null, null, null, null),
  (5, 'met', c.ended_at, 'resolved', null, null, null, t.sla_due_at)
) AS entry(place, kind, at, reason, policy_id, seconds, pausing, due_at)
WHERE entry.at IS NOT NULL
ORDER BY c.ticket_id, entry.place;
--> statement-breakpoint
UPDATE tickets t SET sla_due_at = c.due_at,
  sla_risk_at = CASE WHEN c.due_at IS NOT NULL THEN c.risk_at END,
  sla_target = CASE WHEN c.due_at IS NOT NULL THEN c.target END,
  sla_started_at = CASE WHEN c.due_at IS NOT NULL THEN c.started_at END,
  sla_paused_at = (c.pauses -> 0 ->> 'from')::timestamptz
FROM sla_clocks c WHERE c.ticket_id = t.id;
