-- What may have happened within some days, in the order of time: whatever began long before and may have lasted until
-- then. Of all dates one in twenty is so vague; the others are found close by (src/reading/timeline.ts).
CREATE INDEX "Meeting_vague_date" ON "Meeting" ("dateEarliest", "dateLatest", "slug") WHERE "dateLatest" - "dateEarliest" > 31;
CREATE INDEX "Statement_vague_date" ON "Statement" ("dateEarliest", "dateLatest", "slug") WHERE "dateLatest" - "dateEarliest" > 31;
CREATE INDEX "AgreementEvent_vague_date" ON "AgreementEvent" ("dateEarliest", "dateLatest", "id") WHERE "dateLatest" - "dateEarliest" > 31;
