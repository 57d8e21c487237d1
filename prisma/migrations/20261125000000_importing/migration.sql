-- Importing: entries are written some at a time, in an order that most references among them allow. What refers to what
-- comes later, and an identifier that goes from one entry to another, is looked at when all is there.

ALTER TABLE "Office" ALTER CONSTRAINT "Office_ofId_fkey" DEFERRABLE;
ALTER TABLE "Citation" ALTER CONSTRAINT "Citation_sourceId_fkey" DEFERRABLE;
ALTER TABLE "StatementLink" ALTER CONSTRAINT "StatementLink_toId_fkey" DEFERRABLE;
DROP INDEX "ExternalId_scheme_value_key";
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_scheme_value_key" UNIQUE ("scheme", "value") DEFERRABLE;
