import { type Verification, verifyFile } from '../../../extractors/verify/verify-file.js';
import { maskPrivate } from '../../../normalizers/privacy/mask-private.js';
import { serveJobs } from '../../processes/serve-jobs.js';
import { readWholeFile } from '../files/read-whole-file.js';
import type { VerifyTask } from './verify-document.js';

serveJobs<VerifyTask>(async ({ file, path }) =>
  masked(await verifyFile((await readWholeFile(file)) ?? new Uint8Array(), path)),
);

const masked = (verification: Verification): Verification => ({
  ...verification,
  onlyFirst: verification.onlyFirst.map(({ text, place }) => ({ text: maskPrivate(text), place })),
  onlySecond: verification.onlySecond.map(maskPrivate),
  differing: verification.differing.map(({ place, first, second }) => ({
    place,
    first: maskPrivate(first),
    second: maskPrivate(second),
  })),
});
