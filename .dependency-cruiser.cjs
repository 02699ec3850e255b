const { ROOMS } = require('./scripts/rooms.cjs');

const island = (name, path, allowed) => ({
  name,
  severity: 'error',
  from: { path },
  to: { path: '^(src|extractors|normalizers)/', pathNot: [path, ...allowed] },
});

/** Rooms of a folder from the ground up: none imports from one above it. */
const downward = (folder, rooms) =>
  rooms.slice(0, -1).map((room, index) => ({
    name: `${folder}/${room}-below-${rooms.slice(index + 1).join('-')}`,
    severity: 'error',
    from: { path: `^${folder}/${room}/` },
    to: { path: `^${folder}/(${rooms.slice(index + 1).join('|')})/` },
  }));

/** Rooms all formats stand on. */
const BELOW_FORMATS = '(?:bytes|tables|printed|raster|scanned)';

/** Who may import whom: ARCHITECTURE.md, "依赖方向". */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'model-imports-zod-only',
      severity: 'error',
      from: { path: '^src/model/' },
      to: {
        pathNot: [
          '^src/model/',
          'node_modules/(zod|big\\.js|@types/big\\.js)/',
          '^node:',
          '^fs$',
          '^url$',
          '^module$',
          '^path$',
        ],
      },
    },
    island('extractors-know-model', '^extractors/', ['^src/model/']),
    island('normalizers-know-model', '^normalizers/', ['^src/model/']),
    island('processes-know-model', '^src/processes/', ['^src/model/']),
    {
      name: 'processes-for-those-who-start-them',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(processes|store|pipeline|collect|app|web)/' },
      to: { path: '^src/processes/' },
    },
    island('store-knows-model', '^src/store/', ['^src/model/', '^src/processes/']),
    island('queue-knows-model', '^src/queue/', ['^src/model/']),
    island('audit-knows-model', '^src/audit/', ['^src/model/']),
    island('compare-knows-model', '^src/compare/', ['^src/model/']),
    island('report-knows-model', '^src/report/', ['^src/model/']),
    {
      name: 'pipeline-below-app',
      severity: 'error',
      from: { path: '^src/pipeline/' },
      to: { path: '^src/(collect|app|cli|web|library)/' },
    },
    {
      name: 'collect-below-app',
      comment: 'Collecting knows no store: what it brings goes into one by an import.',
      severity: 'error',
      from: { path: '^src/collect/' },
      to: { path: '^src/(app|cli|web|library|store|audit|compare)/' },
    },
    {
      name: 'app-below-cli-and-web',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/(cli|web|library)/' },
    },
    {
      name: 'cli-web-library-call-app',
      comment: '用户要做的事都在 src/app；读文件、导入的进度与地区名称可以直接用 src/pipeline',
      severity: 'error',
      from: { path: '^src/(cli|web|library)/' },
      to: { path: '^(src/(audit|compare|store)|extractors|normalizers)/' },
    },
    {
      name: 'cli-and-web-side-by-side',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'web-pages-are-islands',
      severity: 'error',
      from: { path: '^src/web/pages/([^/]+)/' },
      to: { path: '^src/web/pages/[^/]+/', pathNot: '^src/web/pages/$1/' },
    },
    {
      name: 'formats-are-islands',
      severity: 'error',
      from: { path: `^extractors/(?!${BELOW_FORMATS}/|verify/)([^/]+)/` },
      to: { path: '^extractors/[^/]+/', pathNot: ['^extractors/$1/', `^extractors/${BELOW_FORMATS}/`] },
    },
    {
      name: 'extractors-below-their-door',
      severity: 'error',
      from: { path: '^extractors/(?!verify/)[^/]+/' },
      to: { path: '^extractors/[^/]+$', pathNot: '^extractors/reader\\.ts$' },
    },
    {
      name: 'rules-are-islands',
      severity: 'error',
      from: { path: '^src/audit/rules/[^/]+/' },
      to: { path: '^src/audit/rules/[^/]+/' },
    },
    ...Object.entries(ROOMS).flatMap(([folder, rooms]) => downward(folder, rooms)),
    {
      name: 'store-rooms-below-its-door',
      severity: 'error',
      from: { path: '^src/store/[^/]+/' },
      to: { path: '^src/store/[^/]+$' },
    },
    {
      name: 'engine-chosen-in-app',
      comment: 'Others know the ports (src/model/ports/); processes of their own begin in an entry.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/store/', '^src/app/(open-store|run-sql-apart|migrate-store)\\.ts$', '-entry\\.ts$'],
      },
      to: { path: '^src/store/' },
    },
    {
      name: 'queue-opened-in-app',
      comment: 'Others know the port (src/model/ports/queue.ts).',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/queue/', '^src/app/open-queue\\.ts$'] },
      to: { path: '^src/queue/' },
    },
    {
      name: 'table-types-are-islands',
      severity: 'error',
      from: { path: '^normalizers/recognize/tables/([^/]+)/' },
      to: { path: '^normalizers/recognize/tables/', pathNot: '^normalizers/recognize/tables/$1/' },
    },
    {
      name: 'statements-beside-forms',
      comment: 'Statements share the words and values of forms, and know no form.',
      severity: 'error',
      from: { path: '^normalizers/statements/' },
      to: { path: '^normalizers/recognize/(?!words/)' },
    },
    {
      name: 'sqlite-only-in-store',
      severity: 'error',
      from: { pathNot: '^(src/store|test|scripts)/' },
      to: { path: 'better-sqlite3' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
      conditionNames: ['import', 'node', 'types'],
      exportsFields: ['exports'],
    },
  },
};
