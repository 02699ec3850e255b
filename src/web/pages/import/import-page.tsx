import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { uploadsFolder } from '../../../pipeline/files/spool.js';
import { curableOutcomes } from '../../../pipeline/import/retryable.js';
import { requirePaths } from '../../../pipeline/inputs/list-inputs.js';
import { suggestRegions } from '../../../pipeline/subjects/suggest-regions.js';
import type { ImportQueue } from '../../imports/import-queue.js';
import { receiveUpload } from '../../imports/receive-upload.js';
import { UPLOAD_PATH } from '../../imports/upload-path.js';
import { readListQuery } from '../../list-query.js';
import { PageFrame } from '../../parts/page-frame.js';
import { REGION_SCRIPT, REGIONS_PATH } from '../../parts/region-field.js';
import { readHints } from '../../read-hints.js';
import { renderPage } from '../../render-page.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import { ImportView } from './import-view.js';
import { readOcr } from './ocr-field.js';
import { readImport } from './read-import.js';
import { streamProgress } from './stream-progress.js';

const SCRIPTS = ['import.js', REGION_SCRIPT];
const STYLES = ['lists.css', 'import.css'];
const MOST_SUGGESTIONS = 12;
/** No system takes longer ones (PATH_MAX of Linux). */
const LONGEST_PATH = 4096;

/**
 * /import: files into the store by upload or path, with progress; the last result, retries, documents to repair, the log.
 * @param isLocal whether the site can be reached from this machine alone, so that paths of it may be given
 */
export function importPage(site: Site, isLocal: boolean): Hono {
  const { store } = site;
  const queueOf = (): ImportQueue => {
    if (site.readOnly || !site.imports) {
      throw new HTTPException(403, {
        message: '本站只供查看，不能导入；请在库所在的机器上运行 mingzhang import',
      });
    }
    return site.imports;
  };
  return new Hono()
    .get(REGIONS_PATH, (context) =>
      context.json(suggestRegions(context.req.query('text') ?? '', MOST_SUGGESTIONS)),
    )
    .get('/import', async (context) => {
      const state = queueOf().state();
      const query = readListQuery(context.req.url);
      return renderPage(
        context,
        <PageFrame site={site} title="导入" section="/import" scripts={SCRIPTS} styles={STYLES}>
          <ImportView data={await readImport(store, query)} state={state} query={query} isLocal={isLocal} />
        </PageFrame>,
      );
    })
    .get('/import/events', (context) => streamProgress(context, queueOf()))
    .post(UPLOAD_PATH, async (context) => {
      const queue = queueOf();
      const upload = await receiveUpload(context.req.raw, uploadsFolder(store.path));
      try {
        if (upload.files.length === 0) throw new HTTPException(400, { message: '没有选择文件' });
        const hints = readHints((name) => upload.fields.get(name));
        const order = { kind: 'upload', files: upload.files, hints } as const;
        const ocr = readOcr(upload.fields.get('ocr'));
        await queue.add({ order, keepSources: true, ocr }, upload.folder);
      } catch (error) {
        await upload.release();
        throw error;
      }
      return backToImport(context);
    })
    .post('/import/path', async (context) => {
      const queue = queueOf();
      if (!isLocal) {
        throw new HTTPException(403, {
          message: '本站可以从别的机器访问，因此不接受服务器上的路径；请上传文件',
        });
      }
      const form = await readForm(context);
      const paths = (form.get('paths') ?? '')
        .split(/\r?\n/)
        .map((path) => path.trim())
        .filter((path) => path !== '');
      if (paths.length === 0) throw new HTTPException(400, { message: '没有给出路径' });
      if (paths.some((path) => path.length > LONGEST_PATH || path.includes('\0'))) {
        throw new HTTPException(400, { message: `路径太长（最多 ${LONGEST_PATH} 字）或含有控制字符` });
      }
      await requirePaths(paths);
      const hints = readHints((name) => form.get(name));
      const keepSources = form.has('keep');
      await queue.add({ order: { kind: 'paths', paths, hints }, keepSources, ocr: readOcr(form.get('ocr')) });
      return backToImport(context);
    })
    .post('/import/stop', async (context) => {
      const queue = queueOf();
      await queue.stop((await readForm(context)).has('all'));
      return backToImport(context);
    })
    .post('/import/retry', async (context) => {
      const queue = queueOf();
      const isRefresh = (await readForm(context)).has('refresh');
      const order = isRefresh
        ? ({ kind: 'refresh' } as const)
        : ({ kind: 'retry', outcomes: curableOutcomes() } as const);
      await queue.add({ order, keepSources: false });
      return backToImport(context);
    });
}

const backToImport = (context: Context): Response => context.redirect('/import', 303);
