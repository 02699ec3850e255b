/** What is known of an address from before: asked for again only what changed since. */
export interface Conditions {
  etag: string | null;
  lastModified: string | null;
}

/** Bytes that came, in a file of their own that the receiver moves or removes. */
export interface Received {
  kind: 'received';
  /** Where they were found after all redirects. */
  finalAddress: string;
  file: string;
  sha256: string;
  bytes: number;
  /** As the server has them; null where it says nothing. */
  type: string | null;
  charset: string | null;
  /** Name in `Content-Disposition`. */
  name: string | null;
  etag: string | null;
  lastModified: string | null;
  /** ISO time at which they were fetched; '' where an archive does not say. */
  fetched: string;
}

/** How asking for an address ended. */
export type Fetched =
  | Received
  | { kind: 'unchanged' }
  /** 404 or 410; `null`: an archive that has no answer of it. */
  | { kind: 'missing'; status: number | null }
  /** Not to be had: by robots.txt, by the server, by our own limits. `isPrivate`: on this machine or in a network of its own. */
  | { kind: 'refused'; status: number | null; reason: string; isPrivate?: true }
  /** Could not be had this time. */
  | { kind: 'failed'; status: number | null; reason: string }
  /** Not asked: the host stopped us, or is not to be had; the next run asks. `isPutOff`: the round waits for it. */
  | { kind: 'left'; reason: string; isPutOff: boolean };

/** Redirects followed from one address. */
export const MOST_REDIRECTS = 10;

/** Where pages and files come from: the web, or an archive of it. */
export interface Web {
  get(address: string, conditions?: Conditions): Promise<Fetched>;
  close(): Promise<void>;
}
