/** A file as the service keeps it: compressed in each way that browsers take. */
export interface SiteFile {
  type: string
  /** Of the content, whichever way it is compressed. */
  hash: string
  br: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer>
}

/** The files of the playground by their paths. What has its hash in its path never changes. */
export type Site = Map<string, SiteFile>

/** The folder of what the page loads. */
export const ASSETS = '/playground/'
