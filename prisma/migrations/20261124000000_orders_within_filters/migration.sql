-- What one filter leaves, in an order that is not its own. The indexes of before held it in the order of time, or found
-- it for being put in order; where much was left, a whole table was read along the order instead.

-- The statements of a speaker, who may have a tenth of all, by their places in the meetings.
-- CreateIndex
CREATE INDEX "Statement_speakerId_ordinal_slug_idx" ON "Statement"("speakerId", "ordinal", "slug");

-- The statements of a meeting by when they were recorded: mostly together, and so they lie together. Of an index of
-- several columns the planner does not believe that, and would rather read along the whole of the order.
-- CreateIndex
CREATE INDEX "Statement_meetingId_idx" ON "Statement"("meetingId");

-- The meetings in which statements were made on behalf of a participant, like those of a speaker: from the index alone.
-- CreateIndex
CREATE INDEX "Statement_onBehalfOfId_meetingId_idx" ON "Statement"("onBehalfOfId", "meetingId");

-- The meetings of a kind by title, which often begins with the kind: all of one lie at one end of the order.
-- CreateIndex
CREATE INDEX "Meeting_kind_titleKey_slug_idx" ON "Meeting"("kind", "titleKey", "slug");

-- The participants of a kind, of which there may be few, by when they were recorded.
-- CreateIndex
CREATE INDEX "Participant_kind_createdAt_slug_idx" ON "Participant"("kind", "createdAt", "slug");

-- CreateIndex
CREATE INDEX "Participant_kind_updatedAt_slug_idx" ON "Participant"("kind", "updatedAt", "slug");

-- ---------------------------------------------------------------- what Prisma cannot say

-- Spans of days, now without the rows that have no date. Their span would be all of time: every search for a day found
-- all of them, only to leave them out.
DROP INDEX "Meeting_date_span", "Statement_date_span", "Agreement_effective_span";
CREATE INDEX "Meeting_date_span" ON "Meeting" USING gist (daterange("dateEarliest", "dateLatest", '[]')) WHERE "dateEarliest" IS NOT NULL;
CREATE INDEX "Statement_date_span" ON "Statement" USING gist (daterange("dateEarliest", "dateLatest", '[]')) WHERE "dateEarliest" IS NOT NULL;
CREATE INDEX "Agreement_effective_span" ON "Agreement" USING gist (daterange("effectiveEarliest", "effectiveLatest", '[]')) WHERE "effectiveEarliest" IS NOT NULL;

-- What is said on somebody's behalf, a fifth of all, by when it was recorded: together with a speaker who never spoke for
-- them nothing is left, which the planner cannot know, and it would look for it along the whole of the order.
CREATE INDEX "Statement_onBehalfOf_created" ON "Statement" ("onBehalfOfId", "createdAt", "slug") WHERE "onBehalfOfId" IS NOT NULL;
CREATE INDEX "Statement_onBehalfOf_updated" ON "Statement" ("onBehalfOfId", "updatedAt", "slug") WHERE "onBehalfOfId" IS NOT NULL;

-- Whom a filter names: these ids, and those of the entries with these slugs. Called immutable so that the planner sees
-- the ids themselves and knows how many rows each has; of a subselect it knows no more than the average, and one
-- participant may have made a tenth of all statements. What it gives does change with the table, so give it parameters
-- and never literals: it is worked out beforehand only in a plan that is made for these parameters and run once, at once.
-- In a plan that is kept, for any parameters, it is called when that runs.
CREATE FUNCTION entries_named(entry text, ids uuid[], slugs text[]) RETURNS uuid[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  named uuid[];
BEGIN
  EXECUTE format('SELECT ARRAY(SELECT "id" FROM %I WHERE "slug" = ANY ($1))', entry) INTO named USING slugs;
  RETURN ids || named;
END
$$;

-- Topics with all that are narrower; called immutable for the same reason, under the same condition.
CREATE FUNCTION topics_within(topics uuid[]) RETURNS uuid[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN ARRAY(
    WITH RECURSIVE tree("id") AS (
      SELECT unnest(topics)
      UNION
      SELECT topic."id" FROM "Topic" topic JOIN tree ON topic."broaderId" = tree."id"
    )
    SELECT "id" FROM tree
  );
END
$$;
