-- Writing: the change log, the versions of entries, the keys, and where merged participants lead.

-- CreateEnum
CREATE TYPE "ChangeAction" AS ENUM ('CREATE', 'UPDATE', 'DELETE');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('READER', 'EDITOR', 'ADMIN');

-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ChangeSet" (
    "id" UUID NOT NULL,
    "place" BIGINT,
    "actor" TEXT NOT NULL,
    "committedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChangeSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" UUID NOT NULL,
    "setId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "action" "ChangeAction" NOT NULL,
    "entryType" "EntryType" NOT NULL,
    "entryId" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "before" JSON,
    "after" JSON,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParticipantRedirect" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "toId" UUID NOT NULL,

    CONSTRAINT "ParticipantRedirect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "hash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ChangeSet_place_key" ON "ChangeSet"("place");

-- CreateIndex
CREATE INDEX "Change_entryId_idx" ON "Change"("entryId");

-- CreateIndex
CREATE INDEX "Change_entryType_idx" ON "Change"("entryType");

-- CreateIndex
CREATE UNIQUE INDEX "Change_setId_ordinal_key" ON "Change"("setId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "ParticipantRedirect_slug_key" ON "ParticipantRedirect"("slug");

-- CreateIndex
CREATE INDEX "ParticipantRedirect_toId_idx" ON "ParticipantRedirect"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_name_key" ON "ApiKey"("name");

-- An address can be longer than a B-tree takes.
-- DropIndex
DROP INDEX "Source_url_idx";

-- CreateIndex
CREATE INDEX "Source_url_idx" ON "Source" USING HASH ("url");

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_setId_fkey" FOREIGN KEY ("setId") REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipantRedirect" ADD CONSTRAINT "ParticipantRedirect_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what Prisma cannot say

-- Places in a list are exchanged within one statement: what is unique is looked at when it ends.
DROP INDEX "Office_holderId_ordinal_key", "AgreementEvent_agreementId_ordinal_key", "Provision_agreementId_ordinal_key", "StatementAbout_statementId_ordinal_key";
ALTER TABLE "Office" ADD CONSTRAINT "Office_holderId_ordinal_key" UNIQUE ("holderId", "ordinal") DEFERRABLE;
ALTER TABLE "AgreementEvent" ADD CONSTRAINT "AgreementEvent_agreementId_ordinal_key" UNIQUE ("agreementId", "ordinal") DEFERRABLE;
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_agreementId_ordinal_key" UNIQUE ("agreementId", "ordinal") DEFERRABLE;
ALTER TABLE "StatementAbout" ADD CONSTRAINT "StatementAbout_statementId_ordinal_key" UNIQUE ("statementId", "ordinal") DEFERRABLE;

ALTER TABLE "Change" ADD CONSTRAINT "Change_action_check" CHECK (
  ("action" = 'CREATE') = ("before" IS NULL) AND ("action" = 'DELETE') = ("after" IS NULL)
);
ALTER TABLE "Change" ADD CONSTRAINT "Change_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "ChangeSet" ADD CONSTRAINT "ChangeSet_place_check" CHECK (("place" IS NULL) = ("committedAt" IS NULL));
ALTER TABLE "ParticipantRedirect" ADD CONSTRAINT "ParticipantRedirect_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "ParticipantRedirect" ADD CONSTRAINT "ParticipantRedirect_to_check" CHECK ("toId" <> "id");
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_hash_check" CHECK (octet_length("hash") = 32);

-- ---------------------------------------------------------------- the order of the log

-- A place is taken as the last thing that a transaction does, by one after the other: whoever takes a later place
-- commits later. Numbers given out earlier would be overtaken by transactions that take less long. The lock is held
-- for as long as a commit takes, however long the transaction was and however much it wrote.
CREATE SEQUENCE "ChangeSet_place_seq" OWNED BY "ChangeSet"."place";

CREATE FUNCTION place_change_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4805137062018);
  UPDATE "ChangeSet" SET "place" = nextval('"ChangeSet_place_seq"'), "committedAt" = clock_timestamp()
  WHERE "id" = NEW."id";
  -- Nothing but that something happened: the log is what is read.
  PERFORM pg_notify('changes', '');
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "ChangeSet_place" AFTER INSERT ON "ChangeSet" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION place_change_set();

-- What is in the log stays as it is.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the change log is append-only';
END
$$;

CREATE TRIGGER "Change_append_only" BEFORE UPDATE OR DELETE ON "Change"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "ChangeSet_append_only" BEFORE UPDATE OR DELETE ON "ChangeSet"
  FOR EACH ROW WHEN (OLD."place" IS NOT NULL) EXECUTE FUNCTION refuse_rewriting();

-- The slug of a participant who was merged leads elsewhere from then on, and is nobody else's. Looked at after the
-- row is there: until then its unique index may have waited for the merging to commit.
CREATE FUNCTION refuse_redirected_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "ParticipantRedirect" WHERE "slug" = NEW."slug") THEN
    RAISE unique_violation USING MESSAGE = format('%s leads to another participant', NEW."slug");
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "Participant_redirected_slug" AFTER INSERT OR UPDATE OF "slug" ON "Participant"
  FOR EACH ROW EXECUTE FUNCTION refuse_redirected_slug();

-- ---------------------------------------------------------------- what follows from the tables

CREATE VIEW "History" AS
SELECT change."id" AS "changeId", change."entryId", change_set."place", change."ordinal"
FROM "Change" change JOIN "ChangeSet" change_set ON change_set."id" = change."setId"
UNION ALL
SELECT change."id", redirect."toId", change_set."place", change."ordinal"
FROM "ParticipantRedirect" redirect
JOIN "Change" change ON change."entryId" = redirect."id"
JOIN "ChangeSet" change_set ON change_set."id" = change."setId";

-- By which IDs and slugs participants are known: their own, and those of whoever was merged into them.
CREATE VIEW "ParticipantName" AS
SELECT "id", "slug", "id" AS "participantId" FROM "Participant"
UNION ALL
SELECT "id", "slug", "toId" FROM "ParticipantRedirect";

CREATE OR REPLACE FUNCTION entries_named(entry text, ids uuid[], slugs text[]) RETURNS uuid[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  named uuid[];
BEGIN
  IF entry = 'Participant' THEN
    RETURN ARRAY(SELECT "participantId" FROM "ParticipantName" WHERE "id" = ANY (ids) OR "slug" = ANY (slugs));
  END IF;
  EXECUTE format('SELECT ARRAY(SELECT "id" FROM %I WHERE "slug" = ANY ($1))', entry) INTO named USING slugs;
  RETURN ids || named;
END
$$;

-- Every entry as a line of the interchange format: keys in one order, nothing that is null or empty, and lists whose
-- order says nothing in the order of the slugs.

CREATE FUNCTION citation_line(source text, citation "Citation") RETURNS json LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT json_build_object('source', source, 'locator', citation."locator", 'quote', citation."quote", 'note', citation."note")
$$;

CREATE FUNCTION external_id_line(external_id "ExternalId") RETURNS json LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT json_build_object('scheme', external_id."scheme", 'value', external_id."value")
$$;

CREATE VIEW "EntryLine" AS
SELECT meeting."id", 'MEETING'::"EntryType" AS "entryType", meeting."slug", json_strip_nulls(json_build_object(
  'type', 'Meeting', 'slug', meeting."slug", 'title', meeting."title", 'summary', meeting."summary",
  'kind', meeting."kind", 'format', meeting."format", 'status', meeting."status", 'date', meeting."date",
  'place', CASE WHEN meeting."placeName" IS NOT NULL THEN json_build_object(
    'name', meeting."placeName", 'countryCode', meeting."placeCountryCode",
    'latitude', meeting."placeLatitude", 'longitude', meeting."placeLongitude") END,
  'parent', (SELECT parent."slug" FROM "Meeting" parent WHERE parent."id" = meeting."parentId"),
  'participants', (
    SELECT json_agg(json_build_object(
      'participant', participant."slug", 'roles', attendance."roles", 'capacity', attendance."capacity",
      'onBehalfOf', (SELECT "slug" FROM "Participant" WHERE "id" = attendance."onBehalfOfId")) ORDER BY participant."slug")
    FROM "Attendance" attendance JOIN "Participant" participant ON participant."id" = attendance."participantId"
    WHERE attendance."meetingId" = meeting."id"),
  'topics', (
    SELECT json_agg(topic."slug" ORDER BY topic."slug")
    FROM "MeetingTopic" tagged JOIN "Topic" topic ON topic."id" = tagged."topicId" WHERE tagged."meetingId" = meeting."id"),
  'externalIds', (
    SELECT json_agg(external_id_line("ExternalId") ORDER BY "scheme" COLLATE "C", "value" COLLATE "C")
    FROM "ExternalId" WHERE "meetingId" = meeting."id"),
  'citations', (
    SELECT json_agg(citation_line(source."slug", citation) ORDER BY citation."ordinal")
    FROM "Citation" citation JOIN "Source" source ON source."id" = citation."sourceId"
    WHERE citation."meetingId" = meeting."id")
)) AS "line"
FROM "Meeting" meeting
UNION ALL
SELECT participant."id", 'PARTICIPANT', participant."slug", json_strip_nulls(json_build_object(
  'type', 'Participant', 'slug', participant."slug", 'name', participant."name",
  'aliases', CASE WHEN cardinality(participant."aliases") > 0 THEN to_json(participant."aliases") END,
  'kind', participant."kind", 'isAnonymous', participant."isAnonymous", 'description', participant."description",
  'countryCode', participant."countryCode",
  'offices', (
    SELECT json_agg(json_build_object(
      'title', office."title", 'of', (SELECT "slug" FROM "Participant" WHERE "id" = office."ofId"),
      'period', office."period") ORDER BY office."ordinal")
    FROM "Office" office WHERE office."holderId" = participant."id"),
  'externalIds', (
    SELECT json_agg(external_id_line("ExternalId") ORDER BY "scheme" COLLATE "C", "value" COLLATE "C")
    FROM "ExternalId" WHERE "participantId" = participant."id"),
  'citations', (
    SELECT json_agg(citation_line(source."slug", citation) ORDER BY citation."ordinal")
    FROM "Citation" citation JOIN "Source" source ON source."id" = citation."sourceId"
    WHERE citation."participantId" = participant."id")
))
FROM "Participant" participant
UNION ALL
SELECT statement."id", 'STATEMENT', statement."slug", json_strip_nulls(json_build_object(
  'type', 'Statement', 'slug', statement."slug", 'text', statement."text", 'language', statement."language",
  'original', statement."original", 'originalLanguage', statement."originalLanguage", 'wording', statement."wording",
  'act', statement."act", 'speaker', (SELECT "slug" FROM "Participant" WHERE "id" = statement."speakerId"),
  'onBehalfOf', (SELECT "slug" FROM "Participant" WHERE "id" = statement."onBehalfOfId"),
  'addressees', (
    SELECT json_agg(participant."slug" ORDER BY addressee."ordinal")
    FROM "StatementAddressee" addressee JOIN "Participant" participant ON participant."id" = addressee."participantId"
    WHERE addressee."statementId" = statement."id"),
  'date', statement."date", 'meeting', (SELECT "slug" FROM "Meeting" WHERE "id" = statement."meetingId"),
  'ordinal', statement."ordinal",
  'about', (
    SELECT json_agg(COALESCE(
      'Meeting:' || (SELECT "slug" FROM "Meeting" WHERE "id" = about."meetingId"),
      'Agreement:' || (SELECT "slug" FROM "Agreement" WHERE "id" = about."agreementId"),
      'Participant:' || (SELECT "slug" FROM "Participant" WHERE "id" = about."participantId")) ORDER BY about."ordinal")
    FROM "StatementAbout" about WHERE about."statementId" = statement."id"),
  'reportedIn', (SELECT reporting."slug" FROM "Statement" reporting WHERE reporting."id" = statement."reportedInId"),
  'positions', (
    SELECT json_agg(json_build_object('issue', issue."slug", 'stance', position."stance") ORDER BY issue."slug")
    FROM "Position" position JOIN "Issue" issue ON issue."id" = position."issueId"
    WHERE position."statementId" = statement."id"),
  'links', (
    SELECT json_agg(json_build_object('kind', link."kind", 'to', linked."slug", 'note', link."note") ORDER BY link."kind", linked."slug")
    FROM "StatementLink" link JOIN "Statement" linked ON linked."id" = link."toId" WHERE link."fromId" = statement."id"),
  'topics', (
    SELECT json_agg(topic."slug" ORDER BY topic."slug")
    FROM "StatementTopic" tagged JOIN "Topic" topic ON topic."id" = tagged."topicId" WHERE tagged."statementId" = statement."id"),
  'externalIds', (
    SELECT json_agg(external_id_line("ExternalId") ORDER BY "scheme" COLLATE "C", "value" COLLATE "C")
    FROM "ExternalId" WHERE "statementId" = statement."id"),
  'citations', (
    SELECT json_agg(citation_line(source."slug", citation) ORDER BY citation."ordinal")
    FROM "Citation" citation JOIN "Source" source ON source."id" = citation."sourceId"
    WHERE citation."statementId" = statement."id")
))
FROM "Statement" statement
UNION ALL
SELECT agreement."id", 'AGREEMENT', agreement."slug", json_strip_nulls(json_build_object(
  'type', 'Agreement', 'slug', agreement."slug", 'title', agreement."title", 'summary', agreement."summary",
  'kind', agreement."kind", 'form', agreement."form",
  'meeting', (SELECT "slug" FROM "Meeting" WHERE "id" = agreement."meetingId"),
  'scope', CASE WHEN agreement."scopeName" IS NOT NULL THEN json_build_object(
    'name', agreement."scopeName", 'countryCode', agreement."scopeCountryCode",
    'latitude', agreement."scopeLatitude", 'longitude', agreement."scopeLongitude") END,
  'effective', agreement."effective",
  'parties', (
    SELECT json_agg(json_build_object(
      'participant', participant."slug", 'role', party."role", 'since', party."since", 'until', party."until") ORDER BY participant."slug")
    FROM "AgreementParty" party JOIN "Participant" participant ON participant."id" = party."participantId"
    WHERE party."agreementId" = agreement."id"),
  'provisions', (
    SELECT json_agg(json_build_object(
      'text', provision."text",
      'obliges', (
        SELECT json_agg(participant."slug" ORDER BY obligation."ordinal")
        FROM "ProvisionObligation" obligation JOIN "Participant" participant ON participant."id" = obligation."participantId"
        WHERE obligation."provisionId" = provision."id")) ORDER BY provision."ordinal")
    FROM "Provision" provision WHERE provision."agreementId" = agreement."id"),
  'events', (
    SELECT json_agg(json_build_object(
      'kind', event."kind", 'planned', event."planned", 'date', event."date",
      'participants', (
        SELECT json_agg(participant."slug" ORDER BY acting."ordinal")
        FROM "AgreementEventParticipant" acting JOIN "Participant" participant ON participant."id" = acting."participantId"
        WHERE acting."eventId" = event."id"),
      'meeting', (SELECT "slug" FROM "Meeting" WHERE "id" = event."meetingId"), 'note', event."note",
      'citations', (
        SELECT json_agg(citation_line(source."slug", citation) ORDER BY citation."ordinal")
        FROM "Citation" citation JOIN "Source" source ON source."id" = citation."sourceId"
        WHERE citation."eventId" = event."id")) ORDER BY event."ordinal")
    FROM "AgreementEvent" event WHERE event."agreementId" = agreement."id"),
  'topics', (
    SELECT json_agg(topic."slug" ORDER BY topic."slug")
    FROM "AgreementTopic" tagged JOIN "Topic" topic ON topic."id" = tagged."topicId" WHERE tagged."agreementId" = agreement."id"),
  'externalIds', (
    SELECT json_agg(external_id_line("ExternalId") ORDER BY "scheme" COLLATE "C", "value" COLLATE "C")
    FROM "ExternalId" WHERE "agreementId" = agreement."id"),
  'citations', (
    SELECT json_agg(citation_line(source."slug", citation) ORDER BY citation."ordinal")
    FROM "Citation" citation JOIN "Source" source ON source."id" = citation."sourceId"
    WHERE citation."agreementId" = agreement."id")
))
FROM "Agreement" agreement
UNION ALL
SELECT issue."id", 'ISSUE', issue."slug", json_strip_nulls(json_build_object(
  'type', 'Issue', 'slug', issue."slug", 'question', issue."question",
  'topics', (
    SELECT json_agg(topic."slug" ORDER BY topic."slug")
    FROM "IssueTopic" tagged JOIN "Topic" topic ON topic."id" = tagged."topicId" WHERE tagged."issueId" = issue."id"),
  'citations', (
    SELECT json_agg(citation_line(source."slug", citation) ORDER BY citation."ordinal")
    FROM "Citation" citation JOIN "Source" source ON source."id" = citation."sourceId"
    WHERE citation."issueId" = issue."id")
))
FROM "Issue" issue
UNION ALL
SELECT topic."id", 'TOPIC', topic."slug", json_strip_nulls(json_build_object(
  'type', 'Topic', 'slug', topic."slug", 'name', topic."name", 'description', topic."description",
  'broader', (SELECT broader."slug" FROM "Topic" broader WHERE broader."id" = topic."broaderId"),
  'citations', (
    SELECT json_agg(citation_line(source."slug", citation) ORDER BY citation."ordinal")
    FROM "Citation" citation JOIN "Source" source ON source."id" = citation."sourceId"
    WHERE citation."topicId" = topic."id")
))
FROM "Topic" topic
UNION ALL
SELECT proof."id", 'SOURCE', proof."slug", json_strip_nulls(json_build_object(
  'type', 'Source', 'slug', proof."slug", 'title', proof."title", 'kind', proof."kind",
  'author', (SELECT "slug" FROM "Participant" WHERE "id" = proof."authorId"), 'publisher', proof."publisher",
  'url', proof."url", 'archiveUrl', proof."archiveUrl", 'published', proof."published", 'retrieved', proof."retrieved",
  'language', proof."language",
  'externalIds', (
    SELECT json_agg(external_id_line("ExternalId") ORDER BY "scheme" COLLATE "C", "value" COLLATE "C")
    FROM "ExternalId" WHERE "sourceId" = proof."id"),
  'citations', (
    SELECT json_agg(citation_line(source."slug", citation) ORDER BY citation."ordinal")
    FROM "Citation" citation JOIN "Source" source ON source."id" = citation."sourceId"
    WHERE citation."citedSourceId" = proof."id")
))
FROM "Source" proof;

-- What of an entry is searched, as before, but for participants with more names than a heading can hold: a heading has no
-- parts, and a tsvector holds a megabyte. Theirs are found in the body.
CREATE OR REPLACE VIEW "SearchText" AS
SELECT "id" AS "entryId", 'MEETING'::"EntryType" AS "entryType", "title" AS "heading",
  concat_ws(E'\n', "summary", "placeName") AS "body"
FROM "Meeting"
UNION ALL
SELECT "id", 'PARTICIPANT', CASE WHEN length("names") <= 20000 THEN "names" ELSE "name" END,
  concat_ws(E'\n', CASE WHEN length("names") > 20000 THEN "names" END, "description",
    (SELECT string_agg("title", E'\n' ORDER BY "ordinal") FROM "Office" WHERE "holderId" = "Participant"."id"))
FROM "Participant" CROSS JOIN LATERAL (SELECT array_to_string(ARRAY["name"] || "aliases", E'\n') AS "names") AS "known"
UNION ALL
SELECT "id", 'STATEMENT', '', concat_ws(E'\n', "text", "original")
FROM "Statement"
UNION ALL
SELECT "id", 'AGREEMENT', "title",
  concat_ws(E'\n', "summary", "scopeName",
    (SELECT string_agg("text", E'\n' ORDER BY "ordinal") FROM "Provision" WHERE "agreementId" = "Agreement"."id"),
    (SELECT string_agg("note", E'\n' ORDER BY "ordinal") FROM "AgreementEvent" WHERE "agreementId" = "Agreement"."id"))
FROM "Agreement"
UNION ALL
SELECT "id", 'ISSUE', "question", ''
FROM "Issue"
UNION ALL
SELECT "id", 'TOPIC', "name", COALESCE("description", '')
FROM "Topic"
UNION ALL
SELECT "id", 'SOURCE', "title", COALESCE("publisher", '')
FROM "Source";

-- ---------------------------------------------------------------- what was on record before there was a log

WITH placed AS (
  SELECT "id", "entryType", "slug", "line", row_number() OVER (ORDER BY "entryType", "slug") - 1 AS "number" FROM "EntryLine"
), sets AS (
  INSERT INTO "ChangeSet" ("id", "actor")
  SELECT gen_random_uuid(), 'before the log' FROM generate_series(0, (SELECT max("number") FROM placed) / 1000)
  RETURNING "id"
), numbered AS (
  SELECT "id", row_number() OVER () - 1 AS "number" FROM sets
)
INSERT INTO "Change" ("id", "setId", "ordinal", "action", "entryType", "entryId", "slug", "after")
SELECT gen_random_uuid(), numbered."id", placed."number" % 1000 + 1, 'CREATE', placed."entryType", placed."id", placed."slug", placed."line"
FROM placed JOIN numbered ON numbered."number" = placed."number" / 1000;
