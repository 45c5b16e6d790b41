import type postgres from 'postgres'

/**
 * Makes the role that a customer's reads run as, and lets it SELECT the portal views and nothing else. Applied after
 * every migration, so that a view made anew is readable again and a grant made by mistake is taken back.
 * Where our user may not create roles, an administrator does it once: see docs/configuration.md.
 */
export async function grantPortal(sql: postgres.Sql) {
  await sql.unsafe(`
    DO $$
    DECLARE relation regclass;
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'deskwell_portal') THEN
        BEGIN
          CREATE ROLE deskwell_portal NOLOGIN NOINHERIT;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
          NULL; -- another database of the same server made it at this moment
        END;
      END IF;
      -- From PostgreSQL 16 on, who makes a role is its member but may not yet SET ROLE to it.
      IF NOT pg_has_role(current_user, 'deskwell_portal',
        CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
        EXECUTE format('GRANT deskwell_portal TO %I', current_user);
      END IF;
      REVOKE ALL ON ALL TABLES IN SCHEMA public FROM deskwell_portal;
      GRANT USAGE ON SCHEMA public TO deskwell_portal;
      FOR relation IN SELECT oid::regclass FROM pg_class WHERE relkind = 'v' AND relname LIKE 'portal\\_%'
        AND relnamespace = 'public'::regnamespace
      LOOP
        EXECUTE format('GRANT SELECT ON %s TO deskwell_portal', relation);
      END LOOP;
    END
    $$`)
}
