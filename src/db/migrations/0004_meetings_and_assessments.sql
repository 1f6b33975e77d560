CREATE TABLE "assessed_indicator" (
	"assessment_id" bigint NOT NULL,
	"code" text NOT NULL,
	"weight" double precision,
	"claimed" double precision NOT NULL,
	"evidenced" double precision NOT NULL,
	"accepted" double precision,
	"verdict" text,
	"reason" text,
	CONSTRAINT "assessed_indicator_assessment_id_code_pk" PRIMARY KEY("assessment_id","code"),
	CONSTRAINT "assessed_indicator_verdict" CHECK ("assessed_indicator"."verdict" in ('accepted', 'returned')),
	CONSTRAINT "assessed_indicator_reason" CHECK ("assessed_indicator"."verdict" is distinct from 'returned' or "assessed_indicator"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "assessment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"plan_id" text NOT NULL,
	"period" text NOT NULL,
	"round" integer NOT NULL,
	"indicator_code" text,
	"status" text NOT NULL,
	"until" text NOT NULL,
	"language" text NOT NULL,
	"plan_version" integer NOT NULL,
	"record_hash" text NOT NULL,
	"document_hash" text NOT NULL,
	"memo" text,
	"prepared_at" timestamp (3) with time zone NOT NULL,
	"prepared_by" text NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"approved_by" text,
	"sent_at" timestamp (3) with time zone,
	"sent_by" text,
	"judged_at" timestamp (3) with time zone,
	"judged_by" text,
	"judgement" text,
	"version" integer NOT NULL,
	CONSTRAINT "assessment_round" UNIQUE("plan_id","period","round"),
	CONSTRAINT "assessment_period" CHECK ("assessment"."period" in ('halfYear', 'year')),
	CONSTRAINT "assessment_language" CHECK ("assessment"."language" in ('bn', 'en')),
	CONSTRAINT "assessment_status" CHECK ("assessment"."status" in ('prepared', 'approved', 'sent', 'accepted', 'returned')),
	CONSTRAINT "assessment_judged" CHECK (("assessment"."status" in ('accepted', 'returned')) = ("assessment"."judged_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "action_item" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "action_item_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"indicator_id" bigint NOT NULL,
	"text" text NOT NULL,
	"post" text NOT NULL,
	"implementers" text[] NOT NULL,
	"about" text,
	"due" text NOT NULL,
	CONSTRAINT "action_item_number" UNIQUE("meeting_id","number")
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"plan_id" text NOT NULL,
	"number" integer NOT NULL,
	"indicator_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"settles" text,
	"occurrence" text,
	"day" text NOT NULL,
	"time" text,
	"body" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"minutes_hash" text,
	"issued_at" timestamp (3) with time zone,
	CONSTRAINT "meeting_number" UNIQUE("plan_id","number"),
	CONSTRAINT "meeting_kind" CHECK ("meeting"."kind" in ('review', 'committee', 'training', 'workshop'))
);
--> statement-breakpoint
ALTER TABLE "message" DROP CONSTRAINT "message_class";--> statement-breakpoint
ALTER TABLE "indicator" DROP CONSTRAINT "indicator_kind";--> statement-breakpoint
ALTER TABLE "assessed_indicator" ADD CONSTRAINT "assessed_indicator_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_status" ON "assessment" USING btree ("status");--> statement-breakpoint
CREATE INDEX "action_item_indicator" ON "action_item" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "meeting_indicator" ON "meeting" USING btree ("indicator_id");--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_class" CHECK ("message"."class" in ('digest', 'escalation', 'explanation', 'meetingNotice', 'assessment'));--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_kind" CHECK ("indicator"."kind" in ('milestone', 'recurring', 'count', 'percentage', 'report', 'meeting', 'action'));