import path from 'node:path'
import { slugFrom } from '../../domain/slug.ts'
import { isUrl } from '../../domain/url.ts'
import type { Line, SluggedLine } from '../line.ts'

/** Something that names its sources, or else has the file for one. */
interface Proved extends Line {
  id: string | null
  sources: readonly { url: string | null; note: string | null }[]
}

export interface Citation {
  source: string
  locator?: string
}

/** What proves something: the documents that it names, or else the file that it is in. */
export function proofOf(proved: Proved): { sources: SluggedLine[]; citations: Citation[] } {
  const { file, line, id } = proved
  const links = proved.sources.flatMap(({ url, note }) => (url !== null && isUrl(url) ? [{ url, note }] : []))
  const sources = links.map(({ url, note }) => ({
    file,
    line,
    type: 'Source' as const,
    input: {
      slug: slugFrom(url.replace(/^https?:\/\/(?:www\.)?/i, '')),
      title: note ?? url,
      kind: 'OTHER',
      url,
    },
  }))
  if (sources.length > 0) {
    const slugs = new Set(sources.map(({ input }) => input.slug))
    return { sources, citations: [...slugs].map((source) => ({ source })) }
  }
  const name = path.basename(file)
  const slug = slugFrom(name)
  return {
    sources: [{ file, line: 1, type: 'Source', input: { slug, title: name, kind: 'DATASET' } }],
    citations: [{ source: slug, locator: id === null ? `line ${line}` : id }],
  }
}
