import { createTarDecoder } from 'modern-tar'
import { problemAt } from '../../writing/input/problem.ts'
import type { InputFile } from '../format.ts'
import type { LineProblem } from '../line.ts'

/** A file in an archive. */
export interface ArchivedFile {
  path: string
  bytes: ArrayBuffer
}

/** The files of an archive, tar, one after the other, as far as their paths are wanted; in the end what is wrong with it. */
export async function* filesOf(
  archive: InputFile,
  wants: (path: string) => boolean,
): AsyncGenerator<ArchivedFile | LineProblem> {
  const entries = streamOf(archive.bytes()).pipeThrough(createTarDecoder({ strict: true }))
  try {
    for await (const { header, body } of entries) {
      const path = header.name
      if (header.type === 'file' && wants(path)) yield { path, bytes: await new Response(body).arrayBuffer() }
      else await body.cancel()
    }
  } catch (error) {
    // What the file system and zlib throw has a code, and is not the archive’s.
    if (!(error instanceof Error) || 'code' in error) throw error
    yield {
      file: archive.name,
      line: 1,
      ...problemAt([], 'INVALID', `is no whole tar archive: ${error.message}`),
    }
  }
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await chunks.next()
      if (chunk.done) controller.close()
      else controller.enqueue(chunk.value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}
