-- The ids of a page of a list, in its order: of a query that gives them as one array, with the values in $1[1], $1[2] …
-- Each call plans it anew, with its values. So a statement that reads much of each row of a page can be prepared, though
-- which way the page is best found hangs on the values: how many rows have them, how long the span of days is.
CREATE FUNCTION page_ids(page text, given text[]) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  ids uuid[];
BEGIN
  EXECUTE page INTO ids USING given;
  RETURN ids;
END
$$;
