const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const BELOW_FORMATS = ['bytes', 'tables', 'printed', 'raster', 'scanned'];

/** Every format is a folder beside those they all stand on. */
const formats = readdirSync(join(__dirname, '../extractors'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ![...BELOW_FORMATS, 'verify'].includes(entry.name))
  .map(({ name }) => name);

/** Rooms of the large folders, from the ground up: none imports from one above it (.dependency-cruiser.cjs, check:house). */
module.exports.ROOMS = {
  extractors: [...BELOW_FORMATS, ...formats, 'verify'],
  'extractors/printed': ['page', 'layout', 'document'],
  normalizers: ['characters', 'parse', 'privacy', 'said', 'recognize', 'statements', 'arrange', 'assemble'],
  'normalizers/recognize': ['words', 'form', 'values', 'coded', 'rows', 'tables', 'segments', 'unread'],
  'src/pipeline': ['subjects', 'files', 'inputs', 'reading', 'drawing', 'import', 'queued'],
  'src/collect': ['addresses', 'pages', 'fetching', 'manifest', 'run'],
  'src/audit': ['texts', 'verdicts', 'figures', 'subjects', 'equations', 'rules', 'run'],
  'src/store': [
    'ground',
    'derived',
    'file',
    'server',
    'conditions',
    'names',
    'documents',
    'questions',
    'findings',
    'comparing',
    'cycles',
    'care',
    'sql',
  ],
};
