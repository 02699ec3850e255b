/** Rooms of the large folders, from the ground up: none imports from one above it (.dependency-cruiser.cjs, check:house). */
module.exports.ROOMS = {
  normalizers: ['characters', 'parse', 'privacy', 'recognize', 'arrange', 'assemble'],
  'normalizers/recognize': ['words', 'form', 'values', 'coded', 'rows', 'tables', 'segments', 'unread'],
  'src/pipeline': ['subjects', 'files', 'inputs', 'reading', 'drawing', 'import'],
  'src/audit': ['texts', 'verdicts', 'figures', 'subjects', 'equations', 'rules', 'run'],
  'src/store': [
    'ground',
    'derived',
    'file',
    'conditions',
    'documents',
    'questions',
    'findings',
    'comparing',
    'care',
    'sql',
  ],
};
