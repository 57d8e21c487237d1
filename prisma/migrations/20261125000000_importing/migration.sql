-- Importing: entries are written some at a time, in an order that most references among them allow. What refers to what
-- comes later, and an identifier that goes from one entry to another, is looked at when all is there.

ALTER TABLE "Office" ALTER CONSTRAINT "Office_ofId_fkey" DEFERRABLE;
ALTER TABLE "Citation" ALTER CONSTRAINT "Citation_sourceId_fkey" DEFERRABLE;
ALTER TABLE "StatementLink" ALTER CONSTRAINT "StatementLink_toId_fkey" DEFERRABLE;
DROP INDEX "ExternalId_scheme_value_key";
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_scheme_value_key" UNIQUE ("scheme", "value") DEFERRABLE;

-- The same words as before, in little more than half the time: nothing costs an import more. An assignment is
-- evaluated at once where a query in an SQL function is set up anew for every text.
CREATE OR REPLACE FUNCTION search_vector(text text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  words text := search_words(text);
  stems tsvector := to_tsvector('summitry', words);
BEGIN
  RETURN stems || ts_delete(to_tsvector('simple', words), tsvector_to_array(stems));
END
$$;

-- Statements have no heading.
CREATE OR REPLACE VIEW "SearchPartText" AS
SELECT "entryId", "part", "entryType", "heading", "bodyPart" AS "body", "document"
FROM "SearchText" CROSS JOIN LATERAL (
  SELECT 0 AS "part", "body" AS "bodyPart",
    CASE WHEN "heading" = '' THEN '' ELSE setweight(search_vector("heading"), 'A') END
      || setweight(search_vector("body"), 'C') AS "document"
  WHERE length("body") <= 60000
  UNION ALL
  SELECT * FROM search_parts("heading", "body") WHERE length("body") > 60000
) AS "parts";
