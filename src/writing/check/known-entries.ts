import type { Transaction } from '../../database/transaction.ts'
import { readReference, readTypedReference, SLUGGED_TYPES, type SluggedType } from '../../domain/global-id.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { walkInput } from '../input/walk.ts'
import type { Scope } from '../scope.ts'
import type { Draft } from './draft.ts'

/** An entry, on record or about to be. */
export interface Known {
  type: SluggedType
  id: string
}

/** The entries that drafts name: those on record, others that are to join it, and the drafts themselves. */
export interface KnownEntries {
  /** Whom a reference means that can be of these types: a slug, `Type:slug` or a global ID. Null: nobody. */
  find(text: string, types: readonly SluggedType[]): Known | null
  /** The ID of the entry on record that has this slug, or to which it leads. */
  idOnRecord(type: SluggedType, slug: string): string | null
}

/** What of one type is to be looked up. */
interface Wanted {
  slugs: Set<string>
  ids: Set<string>
  /** Slugs that may be taken, with all that differ from them by a number at the end: `summit`, `summit-2` … */
  families: Set<string>
}

/** Looks up all that the drafts name or claim, with at most one statement a type. */
export async function knownEntries(
  tx: Transaction,
  { drafts, scope }: { drafts: readonly Draft[]; scope: Scope },
): Promise<KnownEntries> {
  const wanted = wantedBy(drafts)

  const onRecord = new Map<string, string>()
  for (const type of SLUGGED_TYPES) {
    for (const { id, slug, entryId } of await lookUp(tx, wanted[type], scope.names(type))) {
      onRecord.set(key(type, slug), entryId)
      onRecord.set(idKey(type, id), entryId)
    }
  }
  const drafted = new Map<string, string>()
  for (const { type, slug, id } of drafts) {
    if (slug !== null && !drafted.has(key(type, slug))) drafted.set(key(type, slug), id)
  }

  return {
    find(text, types) {
      const named = readAs(text, types)
      if (!named) return null
      const { type } = named
      const id =
        'id' in named
          ? onRecord.get(idKey(type, named.id))
          : (drafted.get(key(type, named.slug)) ?? onRecord.get(key(type, named.slug)))
      return id === undefined ? null : { type, id }
    },
    idOnRecord: (type, slug) => onRecord.get(key(type, slug)) ?? null,
  }
}

/** What a text refers to by its form; null where it is no reference to any of these types. */
export function readAs(text: string, types: readonly SluggedType[]) {
  const [type] = types
  if (type && types.length === 1) {
    const read = readReference(text, type)
    return read && { type, ...read }
  }
  const read = readTypedReference(text)
  const among = types.find((type) => type === read?.type)
  return read && among ? { ...read, type: among } : null
}

function wantedBy(drafts: readonly Draft[]) {
  const none = (): Wanted => ({ slugs: new Set(), ids: new Set(), families: new Set() })
  const wanted: Record<SluggedType, Wanted> = {
    Meeting: none(),
    Participant: none(),
    Statement: none(),
    Agreement: none(),
    Issue: none(),
    Topic: none(),
    Source: none(),
  }
  const visitor = {
    reference(text: string, { types }: { types: readonly SluggedType[] }) {
      const named = readAs(text, types)
      if (named && 'id' in named) wanted[named.type].ids.add(named.id)
      else if (named) wanted[named.type].slugs.add(named.slug)
    },
  }
  for (const { type, slug, wishedSlug, given } of drafts) {
    if (slug !== null) wanted[type].slugs.add(slug)
    if (wishedSlug !== null) wanted[type].families.add(wishedSlug)
    walkInput(type, { input: given, visitor })
  }
  return wanted
}

async function lookUp(tx: Transaction, wanted: Wanted, names: Prisma.Sql) {
  const [slugs, ids, families] = [[...wanted.slugs], [...wanted.ids], [...wanted.families]]
  if (slugs.length + ids.length + families.length === 0) return []
  // Slugs compare byte by byte, and the colon follows the nine.
  const ofFamilies = Prisma.sql`
    UNION
    SELECT entry."id", entry."slug", entry."entryId" FROM unnest(${families}::text[]) AS family("slug")
    JOIN ${names} entry
      ON entry."slug" = family."slug"
      OR entry."slug" > family."slug" || '-0' AND entry."slug" < family."slug" || '-:'`
  return tx.query<{ id: string; slug: string; entryId: string }>`
    SELECT "id", "slug", "entryId" FROM ${names} entry WHERE "slug" = ANY(${slugs}::text[]) OR "id" = ANY(${ids}::uuid[])
    ${families.length > 0 ? ofFamilies : Prisma.empty}`
}

function key(type: SluggedType, slug: string): string {
  return `${type}:${slug}`
}

/** No slug holds a `#`, though one can read like an ID. */
function idKey(type: SluggedType, id: string): string {
  return `${type}#${id}`
}
