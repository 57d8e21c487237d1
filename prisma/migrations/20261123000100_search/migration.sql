-- Searching: the words of every entry, in parts, since one tsvector holds a megabyte and 16,383 positions. Derived:
-- src/writing writes it in the transaction that writes the entry.

CREATE TABLE "SearchPart" (
    "entryId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "entryType" "EntryType" NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "SearchPart_pkey" PRIMARY KEY ("entryId","part")
);

-- CreateIndex
CREATE INDEX "SearchPart_document_idx" ON "SearchPart" USING GIN ("document");

-- The timeline reads the turns of all agreements in the order of time.
CREATE INDEX "AgreementEvent_dateEarliest_dateLatest_id_idx" ON "AgreementEvent"("dateEarliest", "dateLatest", "id");

-- ---------------------------------------------------------------- what Prisma cannot say

-- English stems of all words, the very common ones too: with no stop words there is no file of them on the server.
CREATE TEXT SEARCH DICTIONARY summitry_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION summitry (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION summitry
  ADD MAPPING FOR asciiword, word, numword, int, uint, float, sfloat WITH summitry_stem;

-- The words of a text as they are searched for, parted by blanks: without case and accents, like
-- src/domain/folding.ts; what nobody sees and the half rings and primes of transliterations are gone, and signs are
-- blanks. The letters are named, since lower()
-- knows those of English alone where the database's locale is C, and there every sign beyond ASCII is a letter too.
CREATE FUNCTION search_words(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH bare AS MATERIALIZED (
    SELECT regexp_replace(
      regexp_replace(normalize(text, NFKD),
        '[\u00AD\u02B9\u02BA\u02BE\u02BF\u200B\u200E\u200F\u2060\u0300-\u036F\u0483-\u0487\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]+', '', 'g'),
      '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u02BB-\u02BD\u02C2-\u02C5\u02D2-\u02DF\u02E5-\u02EB\u02ED\u02EF-\u02FF\u037E\u0384\u0385\u0387\u0482\u055A-\u055F\u0589-\u058F\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0600-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u0964\u0965\u0E2F\u0E3F\u0E4F\u0E5A\u0E5B\u10FB\u17D4-\u17DB\u1800-\u180A\u2000-\u206F\u20A0-\u20CF\u2190-\u245F\u2500-\u2775\u2794-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\u303D-\u303F\u30A0\u30FB\uFD3E\uFD3F\uFEFF\uFFFC\uFFFD\U0001F000-\U0001FAFF]', ' ', 'g') AS words
  )
  SELECT CASE WHEN octet_length(words) = length(words) THEN lower(words) ELSE normalize(
    replace(replace(replace(replace(lower(translate(words,
      'ÆÐØÞðøĐđĦħıŁłŊŋŒŦŧƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎəͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςϏϘϚϜϞϠϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖẞ',
      'ædoþdoddhhillnnœttɓƃƅɔƈɖɗƌǝeɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏeͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωσϗϙϛϝϟϡϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆß')),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), NFC) END
  FROM bare
$$;

-- The stems of the words and, beside them, the words that are not their own stems, as they are written.
CREATE FUNCTION search_vector(text text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH folded AS MATERIALIZED (SELECT search_words(text) AS words),
  stemmed AS MATERIALIZED (SELECT words, to_tsvector('summitry', words) AS stems FROM folded)
  SELECT stems || ts_delete(to_tsvector('simple', words), tsvector_to_array(stems)) FROM stemmed
$$;

-- The parts of a long text: 60,000 characters each, of which the last 300 begin the next one too, so that no
-- phrase falls between two. Each part also knows the words of the others, without their places, so
-- that words far apart are found together, and what must not be there is seen wherever it stands. A text with more
-- different words than a tsvector can hold goes without.
CREATE FUNCTION search_parts(heading text, body text) RETURNS TABLE ("part" integer, "bodyPart" text, "document" tsvector)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH parts AS MATERIALIZED (
    SELECT place, piece, setweight(search_vector(heading), 'A') || setweight(search_vector(piece), 'C') AS own
    FROM (
      SELECT place, substr(body, place * 60000 + 1, 60300) AS piece
      FROM generate_series(0, GREATEST(length(body) - 1, 0) / 60000) AS place
    ) AS pieces
  ),
  words AS MATERIALIZED (
    SELECT DISTINCT lexeme FROM parts CROSS JOIN LATERAL unnest(own)
  ),
  whole AS (
    SELECT array_to_tsvector(array_agg(lexeme)) AS lexemes FROM words HAVING sum(octet_length(lexeme)) <= 400000
  )
  SELECT place, piece, CASE WHEN lexemes IS NULL THEN own ELSE own || lexemes END
  FROM parts LEFT JOIN whole ON TRUE
$$;

-- What of an entry is searched: its heading (title, name) weighs more than its body.
CREATE VIEW "SearchText" AS
SELECT "id" AS "entryId", 'MEETING'::"EntryType" AS "entryType", "title" AS "heading",
  concat_ws(E'\n', "summary", "placeName") AS "body"
FROM "Meeting"
UNION ALL
SELECT "id", 'PARTICIPANT', array_to_string(ARRAY["name"] || "aliases", E'\n'),
  concat_ws(E'\n', "description", (SELECT string_agg("title", E'\n' ORDER BY "ordinal") FROM "Office" WHERE "holderId" = "Participant"."id"))
FROM "Participant"
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

-- What of an entry is searched, in parts.
CREATE VIEW "SearchPartText" AS
SELECT "entryId", "part", "entryType", "heading", "bodyPart" AS "body", "document"
FROM "SearchText" CROSS JOIN LATERAL (
  -- Nearly all have one part, which needs none of the work on several.
  SELECT 0 AS "part", "body" AS "bodyPart",
    setweight(search_vector("heading"), 'A') || setweight(search_vector("body"), 'C') AS "document"
  WHERE length("body") <= 60000
  UNION ALL
  SELECT * FROM search_parts("heading", "body") WHERE length("body") > 60000
) AS "parts";

-- Where in a text (composed, NFC) the character stands that gives the so-many-th character of its words; one place
-- beyond the end where there are fewer. Letters may give two characters or none.
CREATE FUNCTION search_place(composed text, place integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  -- The place lies beyond the first and not beyond the last.
  before integer := 0;
  found integer := length(composed) + 1;
  tried integer := place;
  reached integer;
BEGIN
  WHILE found - before > 1 LOOP
    tried := LEAST(GREATEST(tried, before + 1), found - 1);
    reached := length(search_words(left(composed, tried)));
    IF reached >= place THEN found := tried; tried := tried - GREATEST(reached - place, 1);
    ELSE before := tried; tried := tried + place - reached;
    END IF;
  END LOOP;
  RETURN found;
END
$$;

-- The stretches of a part around the words that a query hits, as JSON: [{"text": …, "hit": …}, …].
CREATE FUNCTION search_snippet(original text, query tsquery) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  composed text := normalize(original, NFC);
  words text := search_words(composed);
  fragment text;
  piece text;
  -- Where the fragment, and where what follows the piece, begins in the text; and what is left of it there.
  start integer;
  stop integer;
  rest text;
  read integer;
  place integer;
  is_hit boolean;
  parts json[] := '{}';
BEGIN
  FOREACH fragment IN ARRAY string_to_array(
    ts_headline('summitry', words, query,
      E'StartSel=\x02, StopSel=\x03, FragmentDelimiter=\x04, MaxFragments=2, MaxWords=30, MinWords=12, ShortWord=0'),
    E'\x04')
  LOOP
    place := strpos(words, translate(fragment, E'\x02\x03', ''));
    IF place = 0 THEN CONTINUE; END IF;
    IF cardinality(parts) > 0 THEN parts := parts || json_build_object('text', ' … ', 'hit', false); END IF;
    start := search_place(composed, place);
    rest := substr(composed, start, 4 * length(fragment) + 100);
    read := 0;
    stop := 1;
    -- Between the two signs stands a hit; whatever is outside of them is none.
    FOREACH piece IN ARRAY regexp_split_to_array(fragment, E'(?=\x02)|(?<=\x03)')
    LOOP
      is_hit := starts_with(piece, E'\x02');
      piece := translate(piece, E'\x02\x03', '');
      IF piece = '' THEN CONTINUE; END IF;
      read := read + length(piece);
      start := stop;
      stop := search_place(rest, read + 1);
      IF stop > start THEN
        parts := parts || json_build_object('text', substr(rest, start, stop - start), 'hit', is_hit);
      END IF;
    END LOOP;
  END LOOP;
  RETURN array_to_json(parts);
END
$$;
