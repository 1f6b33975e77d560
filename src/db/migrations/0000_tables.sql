CREATE TABLE "deadline" (
	"indicator_id" bigint NOT NULL,
	"ladder" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deadline_indicator_id_ladder_pk" PRIMARY KEY("indicator_id","ladder")
);
--> statement-breakpoint
CREATE TABLE "definition" (
	"hash" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_log" (
	"indicator_id" bigint NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"definition_hash" text NOT NULL,
	"entry" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "event_log_indicator_id_seq_pk" PRIMARY KEY("indicator_id","seq"),
	CONSTRAINT "event_log_seq" CHECK ("event_log"."seq" >= 1)
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"plan_id" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"definition_hash" text NOT NULL,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"deadline" text NOT NULL,
	"log_seq" integer NOT NULL,
	"log_hash" text NOT NULL,
	"fault" text,
	"fault_at" timestamp (3) with time zone,
	CONSTRAINT "indicator_code" UNIQUE("plan_id","code"),
	CONSTRAINT "indicator_kind" CHECK ("indicator"."kind" in ('milestone', 'recurring', 'count', 'percentage', 'report')),
	CONSTRAINT "indicator_status" CHECK ("indicator"."status" in ('notStarted', 'inProgress', 'achieved', 'notAchieved', 'onHold', 'withdrawn')),
	CONSTRAINT "indicator_deadline" CHECK ("indicator"."deadline" in ('upcoming', 'dueSoon', 'dueToday', 'overdue', 'met', 'paused', 'closed')),
	CONSTRAINT "indicator_fault_dated" CHECK (("indicator"."fault" is null) = ("indicator"."fault_at" is null))
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"plan_id" text NOT NULL,
	"class" text NOT NULL,
	"post" text NOT NULL,
	"person_id" text NOT NULL,
	"address" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"ics" text,
	"header_id" text NOT NULL,
	"in_reply_to" text,
	"thread_id" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"for_instant" timestamp (3) with time zone NOT NULL,
	"sending_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"answer" text,
	CONSTRAINT "message_header_id" UNIQUE("header_id"),
	CONSTRAINT "message_class" CHECK ("message"."class" in ('digest', 'escalation')),
	CONSTRAINT "message_language" CHECK ("message"."language" in ('bn', 'en')),
	CONSTRAINT "message_status" CHECK ("message"."status" in ('queued', 'sending', 'sent', 'failed', 'unknown')),
	CONSTRAINT "message_sending" CHECK ("message"."status" <> 'sending' or "message"."sending_at" is not null),
	CONSTRAINT "message_sent" CHECK ("message"."status" <> 'sent' or "message"."sent_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "message_attempt" (
	"message_id" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "message_attempt_message_id_attempt_pk" PRIMARY KEY("message_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notification_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"indicator_id" bigint NOT NULL,
	"generation" integer NOT NULL,
	"checkpoint" text NOT NULL,
	"rung" text NOT NULL,
	"number" integer NOT NULL,
	"notice" text NOT NULL,
	"role" text NOT NULL,
	"rung_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"skip_reason" text,
	"message_id" bigint,
	CONSTRAINT "notification_once" UNIQUE("indicator_id","generation","checkpoint","rung","number","role"),
	CONSTRAINT "notification_notice" CHECK ("notification"."notice" in ('reminder', 'due', 'escalation', 'followUp')),
	CONSTRAINT "notification_role" CHECK ("notification"."role" in ('focalPoint', 'innovationOfficer', 'supervisor', 'headOfOffice', 'superiorAuthority')),
	CONSTRAINT "notification_status" CHECK ("notification"."status" in ('pending', 'skipped', 'messaged')),
	CONSTRAINT "notification_skipped" CHECK (("notification"."status" = 'skipped') = ("notification"."skip_reason" is not null)),
	CONSTRAINT "notification_messaged" CHECK (("notification"."status" = 'messaged') = ("notification"."message_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"source" text NOT NULL,
	"body_hash" text NOT NULL,
	"applied_at" timestamp (3) with time zone NOT NULL,
	"applied_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_version" (
	"plan_id" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"applied_at" timestamp (3) with time zone NOT NULL,
	"applied_by" text NOT NULL,
	CONSTRAINT "plan_version_plan_id_version_pk" PRIMARY KEY("plan_id","version")
);
--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_log" ADD CONSTRAINT "event_log_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_definition_hash_definition_hash_fk" FOREIGN KEY ("definition_hash") REFERENCES "public"."definition"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_attempt" ADD CONSTRAINT "message_attempt_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deadline_due" ON "deadline" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "indicator_definition" ON "indicator" USING btree ("definition_hash");--> statement-breakpoint
CREATE INDEX "indicator_fault" ON "indicator" USING btree ("fault_at") WHERE "indicator"."fault" is not null;--> statement-breakpoint
CREATE INDEX "message_created" ON "message" USING btree ("plan_id","created_at","id");--> statement-breakpoint
CREATE INDEX "message_thread" ON "message" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "message_unfinished" ON "message" USING btree ("status","created_at") WHERE "message"."status" <> 'sent';--> statement-breakpoint
CREATE INDEX "notification_pending" ON "notification" USING btree ("rung_at","indicator_id") WHERE "notification"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "notification_message" ON "notification" USING btree ("message_id") WHERE "notification"."message_id" is not null;