-- Whom a participant met is kept, as the meetings have it by default: somebody who was at thousands of meetings asks for
-- no more than a page of it.

-- CreateTable
CREATE TABLE "Encounter" (
    "participantId" UUID NOT NULL,
    "counterpartId" UUID NOT NULL,
    "meetingCount" INTEGER NOT NULL,
    "first" TEXT COLLATE "C",
    "last" TEXT COLLATE "C",

    CONSTRAINT "Encounter_pkey" PRIMARY KEY ("participantId","counterpartId")
);

-- CreateIndex
CREATE INDEX "Encounter_participantId_meetingCount_idx" ON "Encounter"("participantId", "meetingCount");

-- CreateIndex
CREATE INDEX "Encounter_counterpartId_idx" ON "Encounter"("counterpartId");

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_counterpartId_fkey" FOREIGN KEY ("counterpartId") REFERENCES "Participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what Prisma cannot say

ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_others_check" CHECK ("participantId" <> "counterpartId");
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_meetingCount_check" CHECK ("meetingCount" > 0);
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_time_check" CHECK (num_nulls("first", "last") IN (0, 2) AND "first" <= "last");

-- Who met whom at which meeting: both were there, at one that was held and is no gathering, neither only beside those who
-- meet (src/domain/encounter.ts). With when it was, as a text that sorts in time, before a blank and the date.
CREATE VIEW "EncounterAt" AS
SELECT own."participantId", other."participantId" AS "counterpartId", meeting."id" AS "meetingId",
  (meeting."dateEarliest"::text || meeting."dateLatest"::text || meeting."slug" || ' ' || meeting."date") COLLATE "C" AS "inTime"
FROM "Attendance" own
JOIN "Meeting" meeting ON meeting."id" = own."meetingId"
JOIN "Attendance" other ON other."meetingId" = own."meetingId" AND other."participantId" <> own."participantId"
WHERE meeting."status" = 'HELD' AND meeting."kind" NOT IN ('SUMMIT', 'SESSION', 'HEARING')
  AND (cardinality(own."roles") = 0 OR NOT own."roles" <@ '{PRESS,INTERPRETER,OBSERVER}')
  AND (cardinality(other."roles") = 0 OR NOT other."roles" <@ '{PRESS,INTERPRETER,OBSERVER}');

INSERT INTO "Encounter" ("participantId", "counterpartId", "meetingCount", "first", "last")
SELECT "participantId", "counterpartId", count(*), min("inTime"), max("inTime") FROM "EncounterAt" GROUP BY 1, 2;
