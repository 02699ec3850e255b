import type { PGlite } from '@electric-sql/pglite';

export declare function quickPglite(): Promise<PGlite>;
