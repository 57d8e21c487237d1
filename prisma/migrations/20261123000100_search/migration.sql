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

-- A text without case and accents, and with blanks for signs, letter by letter: what stands at a place in it stands
-- at the same place in the text (composed, NFC). The letters are those of src/domain/folding.ts; lower() alone
-- knows no accents where the database's locale is C.
CREATE FUNCTION search_fold(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(translate(normalize(text, NFC),
    'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïðñòóôõöøùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƠơƢƤƦƧƩƬƮƯưƱƲƳƵƷƸƼǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǠǡǤǦǧǨǩǪǫǬǭǮǯǰǴǵǶǷǸǹǺǻǾǿȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȜȞȟȠȢȤȦȧȨȩȪȫȬȭȮȯȰȱȲȳȺȻȽȾɁɃɄɅɆɈɊɌɎΆΈΉΊΌΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫάέήίΰςϊϋόύώϏϐϑϒϓϔϕϖϘϚϜϞϠϢϤϦϨϪϬϮϰϱϲϴϵϷϹϺϽϾϿЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯйѐёѓїќѝўѠѢѤѦѨѪѬѮѰѲѴѶѷѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӁӂӃӅӇӉӋӍӐӑӒӓӔӖӗӘӚӛӜӝӞӟӠӢӣӤӥӦӧӨӪӫӬӭӮӯӰӱӲӳӴӵӶӸӹӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮḀḁḂḃḄḅḆḇḈḉḊḋḌḍḎḏḐḑḒḓḔḕḖḗḘḙḚḛḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḬḭḮḯḰḱḲḳḴḵḶḷḸḹḺḻḼḽḾḿṀṁṂṃṄṅṆṇṈṉṊṋṌṍṎṏṐṑṒṓṔṕṖṗṘṙṚṛṜṝṞṟṠṡṢṣṤṥṦṧṨṩṪṫṬṭṮṯṰṱṲṳṴṵṶṷṸṹṺṻṼṽṾṿẀẁẂẃẄẅẆẇẈẉẊẋẌẍẎẏẐẑẒẓẔẕẖẗẘẙẛẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹỺỼỾἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏἐἑἒἓἔἕἘἙἚἛἜἝἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯἰἱἲἳἴἵἶἷἸἹἺἻἼἽἾἿὀὁὂὃὄὅὈὉὊὋὌὍὐὑὒὓὔὕὖὗὙὛὝὟὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὰὲὴὶὸὺὼᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯᾰᾱᾲᾳᾴᾶᾷᾸᾹᾺᾼῂῃῄῆῇῈῊῌῐῑῒῖῗῘῙῚῠῡῢῤῥῦῧῨῩῪῬῲῳῴῶῷῸῺῼ' || '!"#$%&()*+,-./:;<=>?@[\]^_`{|}~''¡¦§¨©«¬®¯°±´¶·¸»¿×÷‐‑‒–—―‘’‚‛“”„‟†‡•…‰′″‹›※⁄€₤™←→−≈≠≤≥、。「」『』（），．：；！？・〈〉《》【】' || E'\x01\x02\x03\x04',
    'aaaaaaceeeeiiiidnoooooouuuuyaaaaaaceeeeiiiidnoooooouuuuyyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjkkllllllllnnnnnnnnoooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsɓƃƅɔƈɖɗƌǝeɛƒɠɣɩɨƙɯɲɵooƣƥʀƨʃƭʈuuʊʋƴƶʒƹƽaaiioouuuuuuuuuuaaaaǥggkkooooʒʒjggƕƿnnaaooaaaaeeeeiiiioooorrrruuuussttȝhhƞȣȥaaeeooooooooyyⱥȼƚⱦɂƀʉʌɇɉɋɍɏαεηιουωιαβγδεζηθικλμνξοπρστυφχψωιυαεηιυσιυουωϗβθυυυφπϙϛϝϟϡϣϥϧϩϫϭϯκρσθεϸσϻͻͼͽееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюяиеегікиуѡѣѥѧѩѫѭѯѱѳѵѵѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏжжӄӆӈӊӌӎааааӕееәәәжжззӡииииооөөөээууууууччӷыыӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯaabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwysaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỽỿααααααααααααααααεεεεεεεεεεεεηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιιοοοοοοοοοοοουυυυυυυυυυυυωωωωωωωωωωωωωωωωαεηιουωααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωαααααααααααηηηηηεηηιιιιιιιιυυυρρυυυυυρωωωωωοωω' || repeat(' ', 111)))
$$;

-- The words of a text as they are searched for: ligatures are two letters.
CREATE FUNCTION search_words(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT replace(replace(replace(replace(replace(replace(replace(replace(search_fold(text), 'æ', 'ae'), 'þ', 'th'), 'ß', 'ss'), 'œ', 'oe'), 'ǆ', 'dz'), 'ǉ', 'lj'), 'ǌ', 'nj'), 'ǳ', 'dz')
$$;

-- The stems of the words and, beside them, the words that are not their own stems, as they are written.
CREATE FUNCTION search_vector(text text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT stems || ts_delete(to_tsvector('simple', words), tsvector_to_array(stems))
  FROM (SELECT words, to_tsvector('summitry', words) AS stems FROM (SELECT search_words(text) AS words) AS folded) AS stemmed
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

-- The parts of what is searched: 60,000 characters each, of which the last 300 begin the next one too, so that no
-- phrase falls between two.
CREATE VIEW "SearchPartText" AS
SELECT "entryId", "part", "entryType", "heading", "bodyPart" AS "body",
  setweight(search_vector("heading"), 'A') || setweight(search_vector("bodyPart"), 'C') AS "document"
FROM "SearchText"
CROSS JOIN LATERAL (
  SELECT "part", substr("body", "part" * 60000 + 1, 60300) AS "bodyPart"
  FROM generate_series(0, GREATEST(length("body") - 1, 0) / 60000) AS "part"
) AS "parts";

-- The stretches of a part around the words that a query hits, as JSON: [{"text": …, "hit": …}, …].
CREATE FUNCTION search_snippet(original text, query tsquery) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  composed text := normalize(original, NFC);
  folded text := search_fold(original);
  fragment text;
  piece text;
  place integer;
  is_hit boolean;
  parts json[] := '{}';
BEGIN
  FOREACH fragment IN ARRAY string_to_array(
    ts_headline('summitry', folded, query,
      E'StartSel=\x02, StopSel=\x03, FragmentDelimiter=\x04, MaxFragments=2, MaxWords=30, MinWords=12, ShortWord=0'),
    E'\x04')
  LOOP
    place := strpos(folded, translate(fragment, E'\x02\x03', ''));
    IF place = 0 THEN CONTINUE; END IF;
    IF cardinality(parts) > 0 THEN parts := parts || json_build_object('text', ' … ', 'hit', false); END IF;
    -- Between the two signs stands a hit; whatever is outside of them is none.
    FOREACH piece IN ARRAY regexp_split_to_array(fragment, E'(?=\x02)|(?<=\x03)')
    LOOP
      is_hit := starts_with(piece, E'\x02');
      piece := translate(piece, E'\x02\x03', '');
      IF piece = '' THEN CONTINUE; END IF;
      parts := parts || json_build_object('text', substr(composed, place, length(piece)), 'hit', is_hit);
      place := place + length(piece);
    END LOOP;
  END LOOP;
  RETURN array_to_json(parts);
END
$$;
