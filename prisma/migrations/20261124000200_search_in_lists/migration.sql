-- Searching within a list. Most of what is searched are statements: of other types a word is found in an index of their
-- own, without going through all that was said with it.
CREATE INDEX "SearchPart_others" ON "SearchPart" USING gin ("document") WHERE "entryType" <> 'STATEMENT';

-- The entries of a type that a query finds; null where they are more than so many. Called immutable, like entries_named
-- and under the same condition, so that the planner sees the entries themselves: few are looked up and put in order, and
-- where there are many the list is read in its order, or by another filter, and each row is asked whether it is one.
CREATE FUNCTION entries_found(entry_type "EntryType", query tsquery, most integer) RETURNS uuid[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  found uuid[];
BEGIN
  -- The type as a constant, for which the index of the others is known to do.
  EXECUTE format(
    'SELECT ARRAY(SELECT "entryId" FROM "SearchPart" WHERE "document" @@ $1 AND "entryType" = %L LIMIT $2)', entry_type
  ) INTO found USING query, most + 1;
  RETURN CASE WHEN cardinality(found) <= most THEN found END;
END
$$;
