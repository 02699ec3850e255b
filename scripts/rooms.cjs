/** Rooms of the large folders, from the ground up: none imports from one above it (.dependency-cruiser.cjs, check:house). */
module.exports.ROOMS = {
  'src/pipeline': ['subjects', 'files', 'inputs', 'processes', 'reading', 'drawing', 'import'],
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
