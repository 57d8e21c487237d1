-- The record. Written by Prisma's engine from schema.prisma, but for two things: texts that order
-- (slugs and keys) compare byte by byte (COLLATE "C"), so that every database orders them alike; and
-- the second part, below the foreign keys, is what Prisma's schema language cannot say.

-- CreateEnum
CREATE TYPE "MeetingKind" AS ENUM ('SUMMIT', 'BILATERAL', 'MULTILATERAL', 'PULL_ASIDE', 'CALL', 'VISIT', 'NEGOTIATION', 'SESSION', 'HEARING', 'NEWS_CONFERENCE', 'BRIEFING', 'OTHER');

-- CreateEnum
CREATE TYPE "MeetingFormat" AS ENUM ('IN_PERSON', 'REMOTE', 'HYBRID');

-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('PLANNED', 'HELD', 'POSTPONED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ParticipantKind" AS ENUM ('PERSON', 'STATE', 'ORGANIZATION', 'GROUP');

-- CreateEnum
CREATE TYPE "Wording" AS ENUM ('DIRECT', 'MIXED', 'INDIRECT', 'SUMMARY');

-- CreateEnum
CREATE TYPE "StatementAct" AS ENUM ('ASSERT', 'DENY', 'CONFIRM', 'CONCEDE', 'ACCUSE', 'AGREE', 'OPPOSE', 'REJECT', 'REQUEST', 'ASK', 'PROPOSE', 'COMMIT', 'SUPPORT', 'THREATEN', 'ANNOUNCE', 'EXPRESS');

-- CreateEnum
CREATE TYPE "Evidence" AS ENUM ('FIRST_HAND', 'REPORTED', 'HEARSAY', 'UNATTRIBUTED');

-- CreateEnum
CREATE TYPE "AgreementKind" AS ENUM ('CEASEFIRE', 'TREATY', 'MEMORANDUM', 'COMMUNIQUE', 'JOINT_STATEMENT', 'COMMITMENT', 'PROTOCOL', 'RESOLUTION', 'OTHER');

-- CreateEnum
CREATE TYPE "AgreementForm" AS ENUM ('ORAL', 'WRITTEN', 'SIGNED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "AgreementStatus" AS ENUM ('PROPOSED', 'NEGOTIATING', 'AGREED', 'IN_FORCE', 'SUSPENDED', 'ENDED', 'REJECTED');

-- CreateEnum
CREATE TYPE "AttendanceRole" AS ENUM ('PRINCIPAL', 'DELEGATE', 'HOST', 'CHAIR', 'MEDIATOR', 'SPEAKER', 'INTERPRETER', 'OBSERVER', 'PRESS');

-- CreateEnum
CREATE TYPE "AgreementPartyRole" AS ENUM ('PARTY', 'GUARANTOR', 'MEDIATOR', 'WITNESS', 'SUPPORTER', 'OBJECTOR');

-- CreateEnum
CREATE TYPE "AgreementEventKind" AS ENUM ('PROPOSED', 'NEGOTIATED', 'AGREED', 'ANNOUNCED', 'SIGNED', 'JOINED', 'RATIFIED', 'ENTERED_INTO_FORCE', 'VIOLATED', 'SUSPENDED', 'RESUMED', 'AMENDED', 'WITHDRAWN', 'TERMINATED', 'EXPIRED', 'REJECTED');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('AFFIRMS', 'DENIES', 'HEDGES', 'DECLINES');

-- CreateEnum
CREATE TYPE "StatementLinkKind" AS ENUM ('REPLIES_TO', 'CONTRADICTS', 'CORROBORATES', 'CORRECTS', 'REVISES', 'ELABORATES');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('NEWS_REPORT', 'TRANSCRIPT', 'OFFICIAL_DOCUMENT', 'DATASET', 'SPEECH', 'INTERVIEW', 'OTHER');

-- CreateEnum
CREATE TYPE "EntryType" AS ENUM ('MEETING', 'PARTICIPANT', 'STATEMENT', 'AGREEMENT', 'ISSUE', 'TOPIC', 'SOURCE');

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT COLLATE "C" NOT NULL,
    "summary" TEXT,
    "kind" "MeetingKind" NOT NULL,
    "format" "MeetingFormat",
    "status" "MeetingStatus" NOT NULL DEFAULT 'HELD',
    "date" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "placeName" TEXT,
    "placeKey" TEXT COLLATE "C",
    "placeCountryCode" TEXT,
    "placeLatitude" DOUBLE PRECISION,
    "placeLongitude" DOUBLE PRECISION,
    "parentId" UUID,
    "isContested" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "aliases" TEXT[],
    "kind" "ParticipantKind" NOT NULL,
    "isAnonymous" BOOLEAN NOT NULL DEFAULT false,
    "description" TEXT,
    "countryCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "original" TEXT,
    "originalLanguage" TEXT,
    "wording" "Wording" NOT NULL,
    "act" "StatementAct" NOT NULL,
    "speakerId" UUID NOT NULL,
    "onBehalfOfId" UUID,
    "sideId" UUID NOT NULL,
    "date" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "meetingId" UUID,
    "ordinal" INTEGER,
    "reportedInId" UUID,
    "outermostId" UUID NOT NULL,
    "evidence" "Evidence" NOT NULL,
    "isContested" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT COLLATE "C" NOT NULL,
    "summary" TEXT,
    "kind" "AgreementKind" NOT NULL,
    "form" "AgreementForm" NOT NULL DEFAULT 'UNKNOWN',
    "meetingId" UUID,
    "scopeName" TEXT,
    "scopeCountryCode" TEXT,
    "scopeLatitude" DOUBLE PRECISION,
    "scopeLongitude" DOUBLE PRECISION,
    "effective" TEXT,
    "effectiveEarliest" DATE,
    "effectiveLatest" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "meetingId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "roles" "AttendanceRole"[],
    "capacity" TEXT,
    "onBehalfOfId" UUID,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("meetingId","participantId")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" UUID NOT NULL,
    "holderId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT COLLATE "C" NOT NULL,
    "ofId" UUID,
    "period" TEXT,
    "periodEarliest" DATE,
    "periodLatest" DATE,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementParty" (
    "agreementId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "role" "AgreementPartyRole" NOT NULL,
    "since" TEXT,
    "sinceEarliest" DATE,
    "sinceLatest" DATE,
    "until" TEXT,
    "untilEarliest" DATE,
    "untilLatest" DATE,

    CONSTRAINT "AgreementParty_pkey" PRIMARY KEY ("agreementId","participantId")
);

-- CreateTable
CREATE TABLE "AgreementEvent" (
    "id" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "AgreementEventKind" NOT NULL,
    "planned" BOOLEAN NOT NULL DEFAULT false,
    "date" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "meetingId" UUID,
    "note" TEXT,

    CONSTRAINT "AgreementEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementEventParticipant" (
    "eventId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "AgreementEventParticipant_pkey" PRIMARY KEY ("eventId","participantId")
);

-- CreateTable
CREATE TABLE "AgreementPhase" (
    "agreementId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "status" "AgreementStatus" NOT NULL,
    "eventId" UUID NOT NULL,

    CONSTRAINT "AgreementPhase_pkey" PRIMARY KEY ("agreementId","from")
);

-- CreateTable
CREATE TABLE "Provision" (
    "id" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Provision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProvisionObligation" (
    "provisionId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "ProvisionObligation_pkey" PRIMARY KEY ("provisionId","participantId")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "question" TEXT NOT NULL,
    "isContested" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Position" (
    "statementId" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("statementId","issueId")
);

-- CreateTable
CREATE TABLE "StatementLink" (
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" "StatementLinkKind" NOT NULL,
    "note" TEXT,

    CONSTRAINT "StatementLink_pkey" PRIMARY KEY ("fromId","toId","kind")
);

-- CreateTable
CREATE TABLE "StatementAddressee" (
    "statementId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "StatementAddressee_pkey" PRIMARY KEY ("statementId","participantId")
);

-- CreateTable
CREATE TABLE "StatementAbout" (
    "id" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "meetingId" UUID,
    "agreementId" UUID,
    "participantId" UUID,

    CONSTRAINT "StatementAbout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "description" TEXT,
    "broaderId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingTopic" (
    "meetingId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "MeetingTopic_pkey" PRIMARY KEY ("meetingId","topicId")
);

-- CreateTable
CREATE TABLE "StatementTopic" (
    "statementId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "StatementTopic_pkey" PRIMARY KEY ("statementId","topicId")
);

-- CreateTable
CREATE TABLE "AgreementTopic" (
    "agreementId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "AgreementTopic_pkey" PRIMARY KEY ("agreementId","topicId")
);

-- CreateTable
CREATE TABLE "IssueTopic" (
    "issueId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "IssueTopic_pkey" PRIMARY KEY ("issueId","topicId")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT COLLATE "C" NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "authorId" UUID,
    "publisher" TEXT,
    "publisherKey" TEXT COLLATE "C",
    "url" TEXT,
    "archiveUrl" TEXT,
    "published" TEXT,
    "publishedEarliest" DATE,
    "publishedLatest" DATE,
    "retrieved" DATE,
    "language" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "entryType" "EntryType" NOT NULL,
    "locator" TEXT,
    "quote" TEXT,
    "note" TEXT,
    "meetingId" UUID,
    "participantId" UUID,
    "statementId" UUID,
    "agreementId" UUID,
    "eventId" UUID,
    "issueId" UUID,
    "topicId" UUID,
    "citedSourceId" UUID,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalId" (
    "id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "meetingId" UUID,
    "participantId" UUID,
    "statementId" UUID,
    "agreementId" UUID,
    "sourceId" UUID,

    CONSTRAINT "ExternalId_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_slug_key" ON "Meeting"("slug");

-- CreateIndex
CREATE INDEX "Meeting_dateEarliest_dateLatest_slug_idx" ON "Meeting"("dateEarliest", "dateLatest", "slug");

-- CreateIndex
CREATE INDEX "Meeting_titleKey_slug_idx" ON "Meeting"("titleKey", "slug");

-- CreateIndex
CREATE INDEX "Meeting_createdAt_slug_idx" ON "Meeting"("createdAt", "slug");

-- CreateIndex
CREATE INDEX "Meeting_updatedAt_slug_idx" ON "Meeting"("updatedAt", "slug");

-- CreateIndex
CREATE INDEX "Meeting_parentId_idx" ON "Meeting"("parentId");

-- CreateIndex
CREATE INDEX "Meeting_kind_dateEarliest_dateLatest_slug_idx" ON "Meeting"("kind", "dateEarliest", "dateLatest", "slug");

-- CreateIndex
CREATE INDEX "Meeting_status_idx" ON "Meeting"("status");

-- CreateIndex
CREATE INDEX "Meeting_format_idx" ON "Meeting"("format");

-- CreateIndex
CREATE INDEX "Meeting_placeCountryCode_dateEarliest_dateLatest_slug_idx" ON "Meeting"("placeCountryCode", "dateEarliest", "dateLatest", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_slug_key" ON "Participant"("slug");

-- CreateIndex
CREATE INDEX "Participant_nameKey_slug_idx" ON "Participant"("nameKey", "slug");

-- CreateIndex
CREATE INDEX "Participant_createdAt_slug_idx" ON "Participant"("createdAt", "slug");

-- CreateIndex
CREATE INDEX "Participant_updatedAt_slug_idx" ON "Participant"("updatedAt", "slug");

-- CreateIndex
CREATE INDEX "Participant_kind_nameKey_slug_idx" ON "Participant"("kind", "nameKey", "slug");

-- CreateIndex
CREATE INDEX "Participant_countryCode_nameKey_slug_idx" ON "Participant"("countryCode", "nameKey", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_slug_key" ON "Statement"("slug");

-- CreateIndex
CREATE INDEX "Statement_dateEarliest_dateLatest_slug_idx" ON "Statement"("dateEarliest", "dateLatest", "slug");

-- CreateIndex
CREATE INDEX "Statement_speakerId_dateEarliest_dateLatest_slug_idx" ON "Statement"("speakerId", "dateEarliest", "dateLatest", "slug");

-- CreateIndex
CREATE INDEX "Statement_speakerId_meetingId_idx" ON "Statement"("speakerId", "meetingId");

-- CreateIndex
CREATE INDEX "Statement_onBehalfOfId_dateEarliest_dateLatest_slug_idx" ON "Statement"("onBehalfOfId", "dateEarliest", "dateLatest", "slug");

-- CreateIndex
CREATE INDEX "Statement_sideId_idx" ON "Statement"("sideId");

-- CreateIndex
CREATE INDEX "Statement_meetingId_ordinal_dateEarliest_dateLatest_slug_idx" ON "Statement"("meetingId", "ordinal", "dateEarliest", "dateLatest", "slug");

-- CreateIndex
CREATE INDEX "Statement_ordinal_slug_idx" ON "Statement"("ordinal", "slug");

-- CreateIndex
CREATE INDEX "Statement_createdAt_slug_idx" ON "Statement"("createdAt", "slug");

-- CreateIndex
CREATE INDEX "Statement_updatedAt_slug_idx" ON "Statement"("updatedAt", "slug");

-- CreateIndex
CREATE INDEX "Statement_reportedInId_idx" ON "Statement"("reportedInId");

-- CreateIndex
CREATE INDEX "Statement_outermostId_idx" ON "Statement"("outermostId");

-- CreateIndex
CREATE INDEX "Statement_act_dateEarliest_dateLatest_slug_idx" ON "Statement"("act", "dateEarliest", "dateLatest", "slug");

-- CreateIndex
CREATE INDEX "Statement_wording_idx" ON "Statement"("wording");

-- CreateIndex
CREATE INDEX "Statement_evidence_ordinal_slug_idx" ON "Statement"("evidence", "ordinal", "slug");

-- CreateIndex
CREATE INDEX "Statement_language_idx" ON "Statement"("language");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_slug_key" ON "Agreement"("slug");

-- CreateIndex
CREATE INDEX "Agreement_effectiveEarliest_effectiveLatest_slug_idx" ON "Agreement"("effectiveEarliest", "effectiveLatest", "slug");

-- CreateIndex
CREATE INDEX "Agreement_titleKey_slug_idx" ON "Agreement"("titleKey", "slug");

-- CreateIndex
CREATE INDEX "Agreement_createdAt_slug_idx" ON "Agreement"("createdAt", "slug");

-- CreateIndex
CREATE INDEX "Agreement_updatedAt_slug_idx" ON "Agreement"("updatedAt", "slug");

-- CreateIndex
CREATE INDEX "Agreement_meetingId_idx" ON "Agreement"("meetingId");

-- CreateIndex
CREATE INDEX "Agreement_kind_effectiveEarliest_effectiveLatest_slug_idx" ON "Agreement"("kind", "effectiveEarliest", "effectiveLatest", "slug");

-- CreateIndex
CREATE INDEX "Agreement_form_idx" ON "Agreement"("form");

-- CreateIndex
CREATE INDEX "Attendance_participantId_meetingId_idx" ON "Attendance"("participantId", "meetingId");

-- CreateIndex
CREATE INDEX "Attendance_onBehalfOfId_meetingId_idx" ON "Attendance"("onBehalfOfId", "meetingId");

-- CreateIndex
CREATE INDEX "Office_ofId_idx" ON "Office"("ofId");

-- CreateIndex
CREATE UNIQUE INDEX "Office_holderId_ordinal_key" ON "Office"("holderId", "ordinal");

-- CreateIndex
CREATE INDEX "AgreementParty_participantId_agreementId_idx" ON "AgreementParty"("participantId", "agreementId");

-- CreateIndex
CREATE INDEX "AgreementEvent_meetingId_idx" ON "AgreementEvent"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementEvent_agreementId_ordinal_key" ON "AgreementEvent"("agreementId", "ordinal");

-- CreateIndex
CREATE INDEX "AgreementEventParticipant_participantId_idx" ON "AgreementEventParticipant"("participantId");

-- CreateIndex
CREATE INDEX "AgreementPhase_status_from_until_idx" ON "AgreementPhase"("status", "from", "until");

-- CreateIndex
CREATE INDEX "AgreementPhase_eventId_idx" ON "AgreementPhase"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Provision_agreementId_ordinal_key" ON "Provision"("agreementId", "ordinal");

-- CreateIndex
CREATE INDEX "ProvisionObligation_participantId_idx" ON "ProvisionObligation"("participantId");

-- CreateIndex
CREATE UNIQUE INDEX "Issue_slug_key" ON "Issue"("slug");

-- CreateIndex
CREATE INDEX "Issue_isContested_slug_idx" ON "Issue"("isContested", "slug");

-- CreateIndex
CREATE INDEX "Position_issueId_stance_idx" ON "Position"("issueId", "stance");

-- CreateIndex
CREATE INDEX "Position_stance_statementId_idx" ON "Position"("stance", "statementId");

-- CreateIndex
CREATE INDEX "StatementLink_toId_kind_idx" ON "StatementLink"("toId", "kind");

-- CreateIndex
CREATE INDEX "StatementAddressee_participantId_statementId_idx" ON "StatementAddressee"("participantId", "statementId");

-- CreateIndex
CREATE UNIQUE INDEX "StatementAbout_statementId_ordinal_key" ON "StatementAbout"("statementId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "StatementAbout_meetingId_statementId_key" ON "StatementAbout"("meetingId", "statementId");

-- CreateIndex
CREATE UNIQUE INDEX "StatementAbout_agreementId_statementId_key" ON "StatementAbout"("agreementId", "statementId");

-- CreateIndex
CREATE UNIQUE INDEX "StatementAbout_participantId_statementId_key" ON "StatementAbout"("participantId", "statementId");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE INDEX "Topic_nameKey_slug_idx" ON "Topic"("nameKey", "slug");

-- CreateIndex
CREATE INDEX "Topic_broaderId_idx" ON "Topic"("broaderId");

-- CreateIndex
CREATE INDEX "MeetingTopic_topicId_meetingId_idx" ON "MeetingTopic"("topicId", "meetingId");

-- CreateIndex
CREATE INDEX "StatementTopic_topicId_statementId_idx" ON "StatementTopic"("topicId", "statementId");

-- CreateIndex
CREATE INDEX "AgreementTopic_topicId_agreementId_idx" ON "AgreementTopic"("topicId", "agreementId");

-- CreateIndex
CREATE INDEX "IssueTopic_topicId_issueId_idx" ON "IssueTopic"("topicId", "issueId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "Source_titleKey_slug_idx" ON "Source"("titleKey", "slug");

-- CreateIndex
CREATE INDEX "Source_kind_titleKey_slug_idx" ON "Source"("kind", "titleKey", "slug");

-- CreateIndex
CREATE INDEX "Source_authorId_idx" ON "Source"("authorId");

-- CreateIndex
CREATE INDEX "Source_url_idx" ON "Source"("url");

-- CreateIndex
CREATE INDEX "Citation_sourceId_id_idx" ON "Citation"("sourceId", "id");

-- CreateIndex
CREATE INDEX "Citation_sourceId_entryType_id_idx" ON "Citation"("sourceId", "entryType", "id");

-- CreateIndex
CREATE INDEX "Citation_meetingId_idx" ON "Citation"("meetingId");

-- CreateIndex
CREATE INDEX "Citation_participantId_idx" ON "Citation"("participantId");

-- CreateIndex
CREATE INDEX "Citation_statementId_sourceId_idx" ON "Citation"("statementId", "sourceId");

-- CreateIndex
CREATE INDEX "Citation_agreementId_idx" ON "Citation"("agreementId");

-- CreateIndex
CREATE INDEX "Citation_eventId_idx" ON "Citation"("eventId");

-- CreateIndex
CREATE INDEX "Citation_issueId_idx" ON "Citation"("issueId");

-- CreateIndex
CREATE INDEX "Citation_topicId_idx" ON "Citation"("topicId");

-- CreateIndex
CREATE INDEX "Citation_citedSourceId_idx" ON "Citation"("citedSourceId");

-- CreateIndex
CREATE INDEX "ExternalId_meetingId_idx" ON "ExternalId"("meetingId");

-- CreateIndex
CREATE INDEX "ExternalId_participantId_idx" ON "ExternalId"("participantId");

-- CreateIndex
CREATE INDEX "ExternalId_statementId_idx" ON "ExternalId"("statementId");

-- CreateIndex
CREATE INDEX "ExternalId_agreementId_idx" ON "ExternalId"("agreementId");

-- CreateIndex
CREATE INDEX "ExternalId_sourceId_idx" ON "ExternalId"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalId_scheme_value_key" ON "ExternalId"("scheme", "value");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_sideId_fkey" FOREIGN KEY ("sideId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_reportedInId_fkey" FOREIGN KEY ("reportedInId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_outermostId_fkey" FOREIGN KEY ("outermostId") REFERENCES "Statement"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_ofId_fkey" FOREIGN KEY ("ofId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementParty" ADD CONSTRAINT "AgreementParty_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementParty" ADD CONSTRAINT "AgreementParty_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementEvent" ADD CONSTRAINT "AgreementEvent_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementEvent" ADD CONSTRAINT "AgreementEvent_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementEventParticipant" ADD CONSTRAINT "AgreementEventParticipant_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AgreementEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementEventParticipant" ADD CONSTRAINT "AgreementEventParticipant_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementPhase" ADD CONSTRAINT "AgreementPhase_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementPhase" ADD CONSTRAINT "AgreementPhase_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AgreementEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvisionObligation" ADD CONSTRAINT "ProvisionObligation_provisionId_fkey" FOREIGN KEY ("provisionId") REFERENCES "Provision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvisionObligation" ADD CONSTRAINT "ProvisionObligation_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementLink" ADD CONSTRAINT "StatementLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementLink" ADD CONSTRAINT "StatementLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementAddressee" ADD CONSTRAINT "StatementAddressee_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementAddressee" ADD CONSTRAINT "StatementAddressee_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementAbout" ADD CONSTRAINT "StatementAbout_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementAbout" ADD CONSTRAINT "StatementAbout_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementAbout" ADD CONSTRAINT "StatementAbout_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementAbout" ADD CONSTRAINT "StatementAbout_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_broaderId_fkey" FOREIGN KEY ("broaderId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingTopic" ADD CONSTRAINT "MeetingTopic_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingTopic" ADD CONSTRAINT "MeetingTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementTopic" ADD CONSTRAINT "StatementTopic_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementTopic" ADD CONSTRAINT "StatementTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementTopic" ADD CONSTRAINT "AgreementTopic_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementTopic" ADD CONSTRAINT "AgreementTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssueTopic" ADD CONSTRAINT "IssueTopic_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssueTopic" ADD CONSTRAINT "IssueTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AgreementEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_citedSourceId_fkey" FOREIGN KEY ("citedSourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what Prisma cannot say

-- Slugs: lower-case a-z, 0-9 and single hyphens.
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Source" ADD CONSTRAINT "Source_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- A fuzzy date has all of its three columns or none, and does not end before it begins.
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_date_check" CHECK (num_nulls("date", "dateEarliest", "dateLatest") IN (0, 3) AND "dateEarliest" <= "dateLatest");
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_date_check" CHECK (num_nulls("date", "dateEarliest", "dateLatest") IN (0, 3) AND "dateEarliest" <= "dateLatest");
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_effective_check" CHECK (num_nulls("effective", "effectiveEarliest", "effectiveLatest") IN (0, 3) AND "effectiveEarliest" <= "effectiveLatest");
ALTER TABLE "AgreementEvent" ADD CONSTRAINT "AgreementEvent_date_check" CHECK (num_nulls("date", "dateEarliest", "dateLatest") IN (0, 3) AND "dateEarliest" <= "dateLatest");
ALTER TABLE "Office" ADD CONSTRAINT "Office_period_check" CHECK (num_nulls("period", "periodEarliest", "periodLatest") IN (0, 3) AND "periodEarliest" <= "periodLatest");
ALTER TABLE "AgreementParty" ADD CONSTRAINT "AgreementParty_since_check" CHECK (num_nulls("since", "sinceEarliest", "sinceLatest") IN (0, 3) AND "sinceEarliest" <= "sinceLatest");
ALTER TABLE "AgreementParty" ADD CONSTRAINT "AgreementParty_until_check" CHECK (num_nulls("until", "untilEarliest", "untilLatest") IN (0, 3) AND "untilEarliest" <= "untilLatest");
ALTER TABLE "Source" ADD CONSTRAINT "Source_published_check" CHECK (num_nulls("published", "publishedEarliest", "publishedLatest") IN (0, 3) AND "publishedEarliest" <= "publishedLatest");

-- A place has a name; coordinates come in pairs and lie on the globe.
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_place_check" CHECK (
  ("placeName" IS NOT NULL OR num_nonnulls("placeCountryCode", "placeLatitude", "placeLongitude") = 0)
  AND num_nulls("placeLatitude", "placeLongitude") IN (0, 2)
  AND "placeLatitude" BETWEEN -90 AND 90
  AND "placeLongitude" BETWEEN -180 AND 180
);
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_scope_check" CHECK (
  ("scopeName" IS NOT NULL OR num_nonnulls("scopeCountryCode", "scopeLatitude", "scopeLongitude") = 0)
  AND num_nulls("scopeLatitude", "scopeLongitude") IN (0, 2)
  AND "scopeLatitude" BETWEEN -90 AND 90
  AND "scopeLongitude" BETWEEN -180 AND 180
);

-- Places in a list count from 1.
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "Office" ADD CONSTRAINT "Office_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "AgreementEvent" ADD CONSTRAINT "AgreementEvent_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "AgreementEventParticipant" ADD CONSTRAINT "AgreementEventParticipant_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "ProvisionObligation" ADD CONSTRAINT "ProvisionObligation_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "StatementAddressee" ADD CONSTRAINT "StatementAddressee_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "StatementAbout" ADD CONSTRAINT "StatementAbout_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_ordinal_check" CHECK ("ordinal" >= 1);

-- Nothing contains, narrows, reports or answers itself.
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_parent_check" CHECK ("parentId" <> "id");
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_broader_check" CHECK ("broaderId" <> "id");
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_reportedIn_check" CHECK ("reportedInId" <> "id");
ALTER TABLE "StatementLink" ADD CONSTRAINT "StatementLink_self_check" CHECK ("fromId" <> "toId");

-- A statement's side is whoever it was made on behalf of, else its speaker; whatever nobody reports is its own outermost.
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_side_check" CHECK ("sideId" = COALESCE("onBehalfOfId", "speakerId"));
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_outermost_check" CHECK (("outermostId" = "id") = ("reportedInId" IS NULL));

ALTER TABLE "AgreementPhase" ADD CONSTRAINT "AgreementPhase_days_check" CHECK ("from" <= "until");

-- Exactly one target.
ALTER TABLE "StatementAbout" ADD CONSTRAINT "StatementAbout_target_check" CHECK (num_nonnulls("meetingId", "agreementId", "participantId") = 1);
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_target_check" CHECK (num_nonnulls("meetingId", "participantId", "statementId", "agreementId", "sourceId") = 1);
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_target_check" CHECK (
  num_nonnulls("meetingId", "participantId", "statementId", "agreementId", "eventId", "issueId", "topicId", "citedSourceId") = 1
  AND CASE "entryType"
    WHEN 'MEETING' THEN "meetingId" IS NOT NULL
    WHEN 'PARTICIPANT' THEN "participantId" IS NOT NULL
    WHEN 'STATEMENT' THEN "statementId" IS NOT NULL
    WHEN 'AGREEMENT' THEN num_nonnulls("agreementId", "eventId") = 1
    WHEN 'ISSUE' THEN "issueId" IS NOT NULL
    WHEN 'TOPIC' THEN "topicId" IS NOT NULL
    WHEN 'SOURCE' THEN "citedSourceId" IS NOT NULL
  END
);

-- Spans of days, for "may fall within": two comparisons would read half the table.
CREATE INDEX "Meeting_date_span" ON "Meeting" USING gist (daterange("dateEarliest", "dateLatest", '[]'));
CREATE INDEX "Statement_date_span" ON "Statement" USING gist (daterange("dateEarliest", "dateLatest", '[]'));
CREATE INDEX "Agreement_effective_span" ON "Agreement" USING gist (daterange("effectiveEarliest", "effectiveLatest", '[]'));

-- The few that are contested, or anonymous, among the many.
CREATE INDEX "Meeting_contested" ON "Meeting" ("dateEarliest", "dateLatest", "slug") WHERE "isContested";
CREATE INDEX "Statement_contested" ON "Statement" ("dateEarliest", "dateLatest", "slug") WHERE "isContested";
CREATE INDEX "Participant_anonymous" ON "Participant" ("nameKey", "slug") WHERE "isAnonymous";

-- The words of a place, an office, a publisher.
CREATE INDEX "Meeting_place_words" ON "Meeting" USING gin (string_to_array("placeKey", ' '));
CREATE INDEX "Office_title_words" ON "Office" USING gin (string_to_array("titleKey", ' '));
CREATE INDEX "Source_publisher_words" ON "Source" USING gin (string_to_array("publisherKey", ' '));

-- ---------------------------------------------------------------- what follows from the tables

-- The statements that speak against each other: other sides, opposite stances on one issue, or linked as CONTRADICTS.
CREATE VIEW "Contradiction" AS
SELECT ours."statementId", theirs."statementId" AS "otherId"
FROM "Position" ours
JOIN "Position" theirs ON theirs."issueId" = ours."issueId"
  AND (ours."stance" = 'AFFIRMS' AND theirs."stance" = 'DENIES' OR ours."stance" = 'DENIES' AND theirs."stance" = 'AFFIRMS')
JOIN "Statement" our_statement ON our_statement."id" = ours."statementId"
JOIN "Statement" their_statement ON their_statement."id" = theirs."statementId"
WHERE our_statement."sideId" <> their_statement."sideId"
UNION
SELECT "fromId", "toId" FROM "StatementLink" WHERE "kind" = 'CONTRADICTS'
UNION
SELECT "toId", "fromId" FROM "StatementLink" WHERE "kind" = 'CONTRADICTS';

-- In what follows OFFSET 0 keeps the planner from joining the other way round: it cannot know how few statements there
-- are about one meeting, and would read all of them, or all positions.

-- The accounts of one meeting: every statement about it and everything reported in one, under the side of
-- the outermost statement of its chain.
CREATE FUNCTION account_statements(meeting uuid) RETURNS TABLE ("sideId" uuid, "statementId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE told("id") AS (
    SELECT "statementId" FROM "StatementAbout" WHERE "meetingId" = meeting
    UNION
    SELECT report."id" FROM told CROSS JOIN LATERAL (
      SELECT "id" FROM "Statement" WHERE "reportedInId" = told."id" OFFSET 0
    ) report
  )
  SELECT outermost."sideId", told."id"
  FROM told
  JOIN "Statement" statement ON statement."id" = told."id"
  JOIN "Statement" outermost ON outermost."id" = statement."outermostId"
$$;

-- The questions of one meeting: those on which statements made there or about it, or reported in those, take a stance.
CREATE FUNCTION meeting_issues(meeting uuid) RETURNS TABLE ("issueId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE told("id") AS (
    (SELECT "statementId" FROM "StatementAbout" WHERE "meetingId" = meeting
     UNION
     SELECT "id" FROM "Statement" WHERE "meetingId" = meeting)
    UNION
    SELECT report."id" FROM told CROSS JOIN LATERAL (
      SELECT "id" FROM "Statement" WHERE "reportedInId" = told."id" OFFSET 0
    ) report
  )
  SELECT DISTINCT position."issueId" FROM told CROSS JOIN LATERAL (
    SELECT "issueId" FROM "Position" WHERE "statementId" = told."id" OFFSET 0
  ) position
$$;

-- The questions of one meeting on which other accounts take a stance and this side's does not.
CREATE FUNCTION account_silences(meeting uuid) RETURNS TABLE ("sideId" uuid, "issueId" uuid) LANGUAGE sql STABLE AS $$
  WITH told AS (
    SELECT "sideId", "statementId" FROM account_statements(meeting)
  ), taken AS (
    SELECT DISTINCT told."sideId", position."issueId"
    FROM told CROSS JOIN LATERAL (
      SELECT "issueId" FROM "Position" WHERE "statementId" = told."statementId" OFFSET 0
    ) position
  )
  SELECT side."sideId", issue."issueId"
  FROM (SELECT DISTINCT "sideId" FROM told) side
  CROSS JOIN (SELECT DISTINCT "issueId" FROM taken) issue
  WHERE NOT EXISTS (SELECT FROM taken WHERE taken."sideId" = side."sideId" AND taken."issueId" = issue."issueId")
$$;

CREATE VIEW "AccountStatement" AS
SELECT meeting."id" AS "meetingId", told."sideId", told."statementId"
FROM "Meeting" meeting CROSS JOIN LATERAL account_statements(meeting."id") told;

CREATE VIEW "Account" AS
SELECT DISTINCT "meetingId", "sideId" FROM "AccountStatement";

CREATE VIEW "AccountPosition" AS
SELECT told."meetingId", told."sideId", told."statementId", position."issueId"
FROM "AccountStatement" told JOIN "Position" position ON position."statementId" = told."statementId";

CREATE VIEW "AccountSilence" AS
SELECT meeting."id" AS "meetingId", silence."sideId", silence."issueId"
FROM "Meeting" meeting CROSS JOIN LATERAL account_silences(meeting."id") silence;

CREATE VIEW "MeetingIssue" AS
SELECT meeting."id" AS "meetingId", issue."issueId"
FROM "Meeting" meeting CROSS JOIN LATERAL meeting_issues(meeting."id") issue;

-- The chain through which one statement is known, from itself outward.
CREATE FUNCTION statement_attribution(statement uuid) RETURNS TABLE ("distance" integer, "memberId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chain("distance", "memberId") AS (
    SELECT 0, statement
    UNION ALL
    SELECT chain."distance" + 1, member."reportedInId"
    FROM chain JOIN "Statement" member ON member."id" = chain."memberId"
    WHERE member."reportedInId" IS NOT NULL
  )
  SELECT "distance", "memberId" FROM chain
$$;

CREATE VIEW "Attribution" AS
SELECT statement."id" AS "statementId", chain."distance", chain."memberId"
FROM "Statement" statement CROSS JOIN LATERAL statement_attribution(statement."id") chain;
