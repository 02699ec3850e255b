import type { FC } from 'hono/jsx';
import { LARGEST_FILE } from '../../../pipeline/reading/largest-file.js';
import type { ImportState } from '../../imports/import-queue.js';
import { UPLOAD_LIMITS } from '../../imports/receive-upload.js';
import { UPLOAD_PATH } from '../../imports/upload-path.js';
import type { ListQuery } from '../../list-query.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount } from '../../parts/format-figures.js';
import { PastImports } from '../../parts/past-imports.js';
import { RegionField, RegionTitles } from '../../parts/region-field.js';
import { YearField } from '../../parts/year-field.js';
import { ImportProgressView } from './import-progress-view.js';
import { ImportResultView } from './import-result-view.js';
import { OcrField } from './ocr-field.js';
import type { ImportPageData } from './read-import.js';
import { UnresolvedList } from './unresolved-list.js';

interface ImportViewProps {
  data: ImportPageData;
  state: ImportState;
  query: ListQuery;
  /** Whether paths of this machine may be given. */
  isLocal: boolean;
}

/** The parts below with an id are exchanged by the script when an import begins or ends. */
export const ImportView: FC<ImportViewProps> = ({ data, state, query, isLocal }) => (
  <>
    <div id="import-state" data-turn={state.turn}>
      {state.broken !== null && (
        <p class="notice" role="alert">
          导入中断：{state.broken}
        </p>
      )}
      {state.troubles.map((trouble) => (
        <p class="notice">{trouble}</p>
      ))}
      <ImportProgressView state={state} />
      {!state.current && data.records[0] && (
        <ImportResultView record={data.records[0]} documents={data.documents} />
      )}
    </div>
    <div class="columns">
      <UploadForm />
      {isLocal ? <PathForm /> : <NoPaths />}
    </div>
    <RegionTitles />
    <div id="import-again">
      <Again data={data} />
    </div>
    <UnresolvedList data={data} query={query} />
    <div id="import-log">
      <h2>导入记录</h2>
      {data.records.length > 0 ? (
        <PastImports records={data.records} />
      ) : (
        <EmptyState>还没有导入过。上传文件，或给出本机的文件夹，即可开始。</EmptyState>
      )}
    </div>
  </>
);

const Hints: FC = () => (
  <fieldset>
    <legend>已知的归属（可空；填了就用于全部文件，胜过从文件中推断的）</legend>
    <RegionField label="地区" />
    <YearField placeholder="如 2024" />
    <label>
      部门
      <input name="department" maxlength={100} />
    </label>
  </fieldset>
);

const UploadForm: FC = () => (
  <section>
    <h2>上传文件</h2>
    <form class="import" method="post" action={UPLOAD_PATH} enctype="multipart/form-data" data-upload>
      <label>
        文件
        <input type="file" name="files" multiple />
      </label>
      <label>
        或整个文件夹
        <input type="file" name="folder" multiple webkitdirectory />
      </label>
      <p class="soft" data-drop>
        各种格式均可：Word、Excel、PDF、OFD、网页、文本、扫描件和图片、压缩包。单个文件最多{' '}
        {LARGEST_FILE / 1024 ** 2} MB（zip 压缩包不限），一次最多 {UPLOAD_LIMITS.bytes / 1024 ** 3} GB、
        {showCount(UPLOAD_LIMITS.files)} 个文件；文件夹的名称会用来推断地区。
        上传的文件保存在库的旁边，供查看原文和重读。
      </p>
      <Hints />
      <OcrField />
      <button type="submit">上传并导入</button>
      <p data-sending hidden>
        <progress aria-label="已上传" max={100} value={0} /> <output />
      </p>
      <p class="notice" role="alert" data-refused hidden />
    </form>
  </section>
);

const PathForm: FC = () => (
  <section>
    <h2>读本机的文件或文件夹</h2>
    <form class="import" method="post" action="/import/path">
      <label>
        路径，每行一个
        <textarea name="paths" rows={3} required maxlength={10_000} placeholder={'/home/我/2024年部门预算'} />
      </label>
      <label class="choice">
        <input type="checkbox" name="keep" value="1" /> 在库的旁边保留一份原文件
      </label>
      <Hints />
      <OcrField />
      <button type="submit">导入</button>
    </form>
  </section>
);

const NoPaths: FC = () => (
  <section>
    <h2>读本机的文件或文件夹</h2>
    <EmptyState>
      本站可以从别的机器访问，因此不接受服务器上的路径；请上传，或在服务器上运行 mingzhang import。
    </EmptyState>
  </section>
);

const Again: FC<{ data: ImportPageData }> = ({ data: { curable } }) => (
  <section>
    <h2>重读</h2>
    <div class="again">
      {curable.length > 0 && (
        <form method="post" action="/import/retry">
          <button type="submit">
            再读一次（{curable.map(({ title, count }) => `${title} ${showCount(count)}`).join('，')}）
          </button>
          <p class="soft">逐个读，时间和内存的限额放宽到三倍。</p>
        </form>
      )}
      <form method="post" action="/import/retry">
        <button type="submit" class="plain" name="refresh" value="1">
          重读旧版本读取的文档
        </button>
        <p class="soft">程序升级后用；编号、人工指定和复核结论都保留。</p>
      </form>
    </div>
  </section>
);
