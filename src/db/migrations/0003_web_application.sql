CREATE TABLE "leave" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "leave_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"plan_id" text NOT NULL,
	"person_id" text NOT NULL,
	"deputy_id" text NOT NULL,
	"first_day" text NOT NULL,
	"last_day" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "leave_days" CHECK ("leave"."first_day" <= "leave"."last_day"),
	CONSTRAINT "leave_deputy" CHECK ("leave"."person_id" <> "leave"."deputy_id")
);
--> statement-breakpoint
CREATE TABLE "preference" (
	"address" text PRIMARY KEY NOT NULL,
	"language" text,
	"hour" text,
	"delivery" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "preference_language" CHECK ("preference"."language" in ('bn', 'en')),
	CONSTRAINT "preference_delivery" CHECK ("preference"."delivery" in ('digest', 'single'))
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_token_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"address" text,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_feed_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"address" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_read_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_feed_token" UNIQUE("token_hash"),
	CONSTRAINT "calendar_feed_language" CHECK ("calendar_feed"."language" in ('bn', 'en'))
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"token_id" bigint NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_token_id_key_pk" PRIMARY KEY("token_id","key")
);
--> statement-breakpoint
CREATE TABLE "webhook" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"office_id" text NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"events" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"disabled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_attempt" (
	"delivery_id" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" integer,
	"answer" text NOT NULL,
	CONSTRAINT "webhook_attempt_delivery_id_attempt_pk" PRIMARY KEY("delivery_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_delivery_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"webhook_id" bigint NOT NULL,
	"event_id" text NOT NULL,
	"event" text NOT NULL,
	"body" jsonb NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"sending_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_delivery_once" UNIQUE("webhook_id","event_id"),
	CONSTRAINT "webhook_delivery_status" CHECK ("webhook_delivery"."status" in ('queued', 'sending', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "evidence_file" (
	"indicator_id" bigint NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"scan" text NOT NULL,
	"stored_at" timestamp (3) with time zone NOT NULL,
	"post" text NOT NULL,
	"person" text,
	CONSTRAINT "evidence_file_indicator_id_hash_pk" PRIMARY KEY("indicator_id","hash"),
	CONSTRAINT "evidence_file_scan" CHECK ("evidence_file"."scan" in ('clean', 'notScanned'))
);
--> statement-breakpoint
CREATE TABLE "remark" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "remark_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"indicator_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"post" text,
	"person" text,
	"text" text NOT NULL,
	"checkpoint" text,
	"generation" integer,
	"answers" bigint,
	CONSTRAINT "remark_kind" CHECK ("remark"."kind" in ('comment', 'acknowledgement', 'explanationRequest', 'explanation'))
);
--> statement-breakpoint
CREATE TABLE "oidc_request" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"verifier" text NOT NULL,
	"next" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message" DROP CONSTRAINT "message_class";--> statement-breakpoint
ALTER TABLE "message" DROP CONSTRAINT "message_status";--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_messaged";--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "wait_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "done_with" text[];--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_token_id_api_token_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."api_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_webhook_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."webhook_delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_answers_remark_id_fk" FOREIGN KEY ("answers") REFERENCES "public"."remark"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leave_plan" ON "leave" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "api_token_address" ON "api_token" USING btree ("address");--> statement-breakpoint
CREATE INDEX "calendar_feed_address" ON "calendar_feed" USING btree ("address");--> statement-breakpoint
CREATE INDEX "idempotency_key_created" ON "idempotency_key" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "webhook_office" ON "webhook" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_open" ON "webhook_delivery" USING btree ("created_at") WHERE "webhook_delivery"."status" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "remark_indicator" ON "remark" USING btree ("indicator_id","id");--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_class" CHECK ("message"."class" in ('digest', 'escalation', 'explanation'));--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_status" CHECK ("message"."status" in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled'));--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_waits" CHECK ("notification"."status" = 'pending' or ("notification"."wait_until" is null));--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_messaged" CHECK ("notification"."status" = 'pending' or ("notification"."status" = 'messaged') = ("notification"."message_id" is not null));