-- The event log is the record of what happened, and the definitions are what it is replayed with: rows are only added.
-- Error code SU001 is this program's own (Postgres leaves classes that begin with I to Z to its users).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'Rows of % are never changed or deleted (% refused).', TG_TABLE_NAME, TG_OP USING ERRCODE = 'SU001';
END;
$$;--> statement-breakpoint
CREATE TRIGGER event_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_log
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER definition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON definition
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
