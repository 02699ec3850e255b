import type { Correction } from '../correction.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Region } from '../disclosure.js';
import type { ReadDocument, ReadHints } from '../document.js';
import type { AuditScope } from '../finding.js';
import type { PictureFate } from '../grid.js';
import type { ImportGiven, ImportRecord, ImportResult } from '../import-record.js';
import type { Outcome } from '../outcome.js';
import type { Place } from '../place.js';

/** Where a file comes from, by a manifest. */
export interface Provenance {
  url: string | null;
  /** ISO date. */
  published: string | null;
}

/** A path a content was seen at. */
export interface SeenAt extends Provenance {
  /** The true one, by which the file is found again; never shown. */
  path: string;
  /** The path with names and numbers masked. */
  shown: string;
}

export interface KnownPath extends SeenAt {
  /** Another content was seen there since. */
  isReplaced: boolean;
}

/** What an import found at a path where an earlier one had found another content. */
export interface ReplacedPath {
  /** As it is shown. */
  path: string;
  earlier: DocumentName;
  later: DocumentName;
  /**
   * What became of the earlier content: the later one is a version of it and supersedes it; it is another disclosure, and both
   * stand; or it stands because it lies at another path too.
   */
  became: 'superseded' | 'kept' | 'elsewhere';
}

export interface DocumentName {
  /** Its id in the store. */
  number: number;
  sha256: string;
}

/** What the store knows of a content. */
export interface KnownDocument {
  readerVersion: string;
  /** Version of the reader that tried last; newer than `readerVersion` where it did worse and the older reading stands. */
  triedVersion: string;
  outcome: Outcome;
  reason: string | null;
  /** Every path it was seen at, sorted. */
  paths: KnownPath[];
  /** The true path it was read under; paths may tell region and year. */
  readAs: string;
  /** What was known from outside when it was read. */
  hints: ReadHints | null;
  /** Whose it is, as it stands in the store. */
  subject: DocumentSubject;
  /** What became of the pictures of text in it; null where there are none. */
  pictures: PictureFate | null;
  /** Rows that look like those of a form and were not recognized. */
  unreadRows: number;
  /** The diagnostics that `gapsOf` tells of. */
  gaps: Diagnostic[];
}

/** A document on its way into the store. */
export interface Parcel {
  document: ReadDocument;
  /** The true path, where the document's own is masked. */
  truePath?: string;
  /** The blobs of the document, where the reading process has packed them already. */
  packed?: PackedReading;
}

/** Parts of a document packed as the engine keeps them; nobody else looks into them. */
export interface PackedReading {
  reading: Uint8Array;
  grids: Uint8Array;
}

/** `stands`: the store holds a better reading of this content; `too-large`: more rows than the store can number. */
export type SaveResult = 'saved' | 'stands' | 'too-large';

/** A file in an archive: its path below the archive (`附件/1.docx`) and the identity of its document. */
export interface MemberOfArchive {
  path: string;
  sha256: string;
}

/** Where an import puts what it read; which engine stands behind it the pipeline does not know. */
export interface DocumentSink {
  /** What the store knows of a content: null = never seen. */
  known(sha256: string): Promise<KnownDocument | null>;
  /** Stores documents in one transaction, each replacing what was stored for the same content unless that is better. */
  saveAll(parcels: readonly Parcel[]): Promise<SaveResult[]>;
  /** The same content seen at another path, or with more known about where it comes from. */
  addPath(sha256: string, path: string, seenAt?: Partial<Omit<SeenAt, 'path'>>): Promise<void>;
  /** Members of an archive that was unpacked to its end; null = never. */
  knownArchive(sha256: string): Promise<MemberOfArchive[] | null>;
  /** What persons corrected in this content, by place; also where the store does not have it (any more). */
  corrections(sha256: string): Promise<Correction[]>;
  /** Keeps the members of an archive that was unpacked to its end. */
  saveArchive(sha256: string, members: readonly MemberOfArchive[]): Promise<void>;
  /**
   * Links earlier versions of a disclosure to later ones: by the path they were seen at one after the other, else by printed or
   * manifest dates. Answers what the latest import replaced.
   */
  linkVersions(): Promise<ReplacedPath[]>;
}

/** Where an audit gets its documents. */
export interface AuditSource {
  /** Documents in the scope that no later version supersedes, in a stable order, one at a time. */
  documents(scope: AuditScope): AsyncIterable<ReadDocument>;
}

/** Where imports are written down. */
export interface ImportLog {
  /** Writes down that an import begins; answers the id of the record. */
  beginImport(given: ImportGiven): Promise<number>;
  /** Writes down how it ended, or why it broke off. */
  endImport(id: number, end: { result: ImportResult } | { error: string }): Promise<void>;
}

export interface AssignedDepartment {
  name: string;
  code: string | null;
  key: string | null;
}

/** What a person set for a document; a missing field leaves the reading as it is. */
export interface Assignment {
  region?: Region;
  year?: number;
  department?: AssignedDepartment;
}

export interface AssignedDocument {
  sha256: string;
  assignment: Assignment;
}

/** Whose a document is as a whole; null where its disclosures differ, or it is not known. */
export interface DocumentSubject {
  province: string | null;
  city: string | null;
  region: string | null;
  year: number | null;
  department: string | null;
}

/** What an assignment would make of a document. */
export interface AssignPreview {
  sha256: string;
  path: string;
  before: DocumentSubject;
  after: DocumentSubject;
}

/** Documents a person assigned at once. */
export interface Repair {
  id: number;
  /** null: not said. */
  who: string | null;
  /** ISO 8601, UTC. */
  at: string;
  /** What was set, of the first document. */
  given: Assignment;
  documents: number;
  /** How many of them were assigned again since: while there are any, it cannot be taken back. */
  overtaken: number;
}

export interface ReadingFilter {
  outcomes?: readonly Outcome[];
  /** Last tried by a reader older than this version, or with pictures that ended so. */
  triedBefore?: string;
  pictures?: readonly PictureFate[];
}

/** A correction with the document it is of, as far as the store has it. */
export interface ListedCorrection extends Correction {
  sha256: string;
  /** Number and path; null where the store does not have the document any more. */
  document: { number: number; path: string } | null;
}

/** A stored reading: its content, the path it was read under, and every path of it; the true ones. */
export interface ListedReading {
  sha256: string;
  readAs: string;
  paths: string[];
}

/**
 * The documents of a store: kept by content, each replaced as a whole. What one method changes is changed all or not at all.
 * Every method throws StoreError when the store cannot be used.
 */
export interface Documents extends DocumentSink, AuditSource, ImportLog {
  /** Stores one document as `saveAll` does. */
  save(document: ReadDocument): Promise<void>;
  /** The document as saved, with what a person assigned applied; null when not in the store. */
  load(sha256: string): Promise<ReadDocument | null>;
  /** The document as it was read; null when not in the store. */
  reading(sha256: string): Promise<ReadDocument | null>;
  /**
   * Sets region, year or department of a document by a person's hand; fields left out keep what was assigned before. Survives
   * every later import of the same content.
   * @throws QueryError when the store has no such document
   */
  assign(sha256: string, assignment: Assignment): Promise<void>;
  /** Assigns several documents as one repair, all or none; answers its number. @throws QueryError as `assign`, and for no document */
  assignAll(documents: readonly AssignedDocument[], who: string | null): Promise<number>;
  /** What documents would be assigned to; nothing is changed. Those the store lacks are left out. */
  previewAssign(documents: readonly AssignedDocument[]): Promise<AssignPreview[]>;
  /** The latest repairs that stand, newest first. */
  repairs(limit: number): Promise<Repair[]>;
  /**
   * Takes a repair back: its documents are assigned to what they were before. Answers how many there are.
   * @throws QueryError where it does not stand, or some of its documents were assigned again since
   */
  undoRepair(repair: number): Promise<number>;
  /** Takes the last assignment of each of these documents back. @throws QueryError where one has none */
  undoAssign(documents: readonly string[]): Promise<void>;
  /**
   * Keeps what a person says a place of a document prints, and puts the reading that follows from it in the place of the stored
   * one; null takes a correction back.
   * @throws QueryError when the store has no such document
   */
  correct(
    document: ReadDocument,
    place: Place,
    correction: Pick<Correction, 'text' | 'reading'> | null,
  ): Promise<void>;
  /** All corrections, by path and place. */
  listCorrections(): Promise<ListedCorrection[]>;
  /** sha256 of the documents meant by an id, a path, the end of a path or the beginning of a sha256. */
  findDocuments(wanted: string): Promise<string[]>;
  /** Documents that lie in a folder or archive with all their paths, and how many others have a path there. */
  documentsBelow(folder: string): Promise<{ sha256: string[]; elsewhere: number }>;
  /** Takes documents out with everything read from them; assignments, answers and runs of the audit stay. */
  remove(contents: readonly string[]): Promise<void>;
  /** Readings by outcome or age of their reader, with every path of theirs; by path. */
  listReadings(filter: ReadingFilter): Promise<ListedReading[]>;
  /** The latest imports, newest first. */
  imports(limit: number): Promise<ImportRecord[]>;
}
