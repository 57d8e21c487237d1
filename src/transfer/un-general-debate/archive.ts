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
  const source = sourceOf(archive)
  const entries = source.stream.pipeThrough(createTarDecoder({ strict: true }))
  try {
    for await (const { header, body } of entries) {
      const path = header.name
      if (header.type === 'file' && wants(path)) yield { path, bytes: await new Response(body).arrayBuffer() }
      else await body.cancel()
    }
  } catch (error) {
    // What cannot be read at all says so itself.
    if (source.hasFailed() || !(error instanceof Error)) throw error
    yield {
      file: archive.name,
      line: 1,
      ...problemAt([], 'INVALID', `is no whole tar archive: ${error.message}`),
    }
  }
}

/** The bytes of a file as a stream, and whether they could not be read. */
function sourceOf(file: InputFile) {
  const chunks = file.bytes()[Symbol.asyncIterator]()
  let hasFailed = false
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const chunk = await chunks.next()
        if (chunk.done) controller.close()
        else controller.enqueue(chunk.value)
      } catch (error) {
        hasFailed = true
        throw error
      }
    },
    async cancel() {
      await chunks.return?.()
    },
  })
  return { stream, hasFailed: () => hasFailed }
}
