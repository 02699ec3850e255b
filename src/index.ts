/**
 * mingzhang as a library: read files, keep them in a store, ask it, audit it. README.md, "当库用", has examples; docs/schema.md
 * describes the views.
 */
export { importFiles, type LibraryImportOptions } from './app/import-files.js';
export { openStore } from './app/open-store.js';
export { runAudit } from './library/run-audit.js';
export type { Disclosure, Form, Indicator, Project } from './model/disclosure.js';
export type { ReadDocument } from './model/document.js';
export { QueryError } from './model/facts/query-error.js';
export { StoreError } from './model/facts/store-error.js';
export type { ViewFilter } from './model/filters.js';
export type { AuditRun, AuditScope, Finding } from './model/finding.js';
export type { Page, ResultTable, SearchHit, SearchOptions } from './model/ports/questions.js';
export type { Store, StoreOptions } from './model/ports/store.js';
export { VIEWS, type View, type ViewColumn } from './model/views.js';
export type { ImportSummary } from './pipeline/import/import-summary.js';
export { type ExtractOptions, extractFile } from './pipeline/reading/extract-file.js';
