import type { FC } from 'hono/jsx';
import { documentName } from '../../parts/document-name.js';
import { PageFrame } from '../../parts/page-frame.js';
import { REGION_SCRIPT } from '../../parts/region-field.js';
import { SOURCE_SCRIPT, SOURCE_STYLES } from '../../parts/source/source-view.js';
import type { Site } from '../../site.js';
import { DocumentFacts } from './document-facts.js';
import {
  DocumentDiagnostics,
  DocumentFindings,
  DocumentForms,
  DocumentStatements,
} from './document-lists.js';
import { type DocumentQuery, documentAddress } from './document-query.js';
import { HereFacts } from './here-facts.js';
import { PrintedPage } from './printed-page.js';
import type { ShownDocument } from './read-document-page.js';
import { SourceTables } from './source-tables.js';

interface ViewProps {
  shown: ShownDocument;
  query: DocumentQuery;
}

/** A whole source, and beside it what became of it. */
export const DocumentView: FC<ViewProps & { site: Site }> = ({ site, shown, query }) => {
  const { page, source } = shown;
  return (
    <PageFrame
      site={site}
      title={documentName(source.document)}
      section="/documents"
      styles={[...SOURCE_STYLES, 'document.css']}
      scripts={[SOURCE_SCRIPT, 'claims.js', REGION_SCRIPT]}
    >
      <div class="document">
        <div class="evidence whole">
          <div class="sources">
            <SourceNotice shown={shown} query={query} />
            <SourceMenu shown={shown} query={query} />
            {query.showsClaims && <Legend />}
            {page.kind === 'printed' ? (
              <PrintedPage shown={shown} page={page} query={query} />
            ) : (
              <SourceTables shown={shown} parts={page.parts} query={query} />
            )}
            {source.document.blocks.length > 0 && <PageTurner shown={shown} query={query} />}
          </div>
        </div>
        <aside class="panel" aria-label="文档的情况">
          <HereFacts shown={shown} query={query} readOnly={site.readOnly} />
          <DocumentFacts shown={shown} site={site} />
          <DocumentForms shown={shown} query={query} />
          <DocumentStatements shown={shown} query={query} />
          <DocumentFindings shown={shown} />
          {query.showsDiagnostics && <DocumentDiagnostics shown={shown} query={query} />}
        </aside>
      </div>
    </PageFrame>
  );
};

/** What stands in the way of showing the source as it was printed. */
const SourceNotice: FC<ViewProps> = ({ shown: { source, isLost }, query }) => {
  const { document, isDrawn } = source;
  const isPrinted = source.hasDrawnPages && document.blocks.length > 0;
  return (
    <>
      {isLost && (
        <p class="notice">
          这份文档里没有所指的位置{query.place === null ? '' : ` ${query.place}`}，可能已重新读过。
        </p>
      )}
      {isPrinted && !isDrawn && (
        <p class="notice">
          {document.pages === undefined
            ? '这份文件是旧版本读入的，没有记下页面的尺寸，所以画不出页面；用 mingzhang import --refresh 重新读入即可。'
            : '原文件已不在原处，也没有留存，所以画不出页面；导入时加 --keep-sources 可以留存原文件。'}
          下面是读出的表格。
        </p>
      )}
      {document.blocks.length === 0 && (
        <p class="empty">这份文件没有读出内容：{document.reason ?? '见右侧读取结果'}。</p>
      )}
    </>
  );
};

/** What is shown and how; all of it in the address. */
const SourceMenu: FC<ViewProps> = ({ shown: { source, page, here }, query }) => {
  const near = { ...query, page: page.number, here };
  const toggle = (title: string, isOn: boolean, changes: Partial<DocumentQuery>) => (
    <a
      class={`button ${isOn ? '' : 'plain'}`}
      aria-current={isOn ? 'true' : undefined}
      href={documentAddress(near, changes)}
    >
      {title}
    </a>
  );
  return (
    <nav class="source-menu no-print" aria-label="怎样显示">
      {source.isDrawn && (
        <>
          {toggle('页面', page.kind === 'printed', { asTables: false, page: null })}
          {toggle('表格', page.kind === 'tables', { asTables: true, page: null })}
        </>
      )}
      {page.kind === 'printed' &&
        toggle(query.isEnlarged ? '缩小' : '放大', query.isEnlarged, { isEnlarged: !query.isEnlarged })}
      {toggle('标出每格去向', query.showsClaims, { showsClaims: !query.showsClaims })}
      {toggle('读取说明', query.showsDiagnostics, { showsDiagnostics: !query.showsDiagnostics })}
      <PageTurner shown={{ page }} query={query} />
    </nav>
  );
};

const Legend: FC = () => (
  <ul class="legend" aria-label="颜色的意思">
    <li class="claimed">读成字段</li>
    <li class="label">标签</li>
    <li class="set-aside">搁置</li>
    <li class="unclaimed">未认领</li>
    <li class="unread">没有认出的表</li>
  </ul>
);

const PageTurner: FC<{ shown: Pick<ShownDocument, 'page'>; query: DocumentQuery }> = ({
  shown: { page },
  query,
}) => {
  const { number, count } = page;
  if (count <= 1) return null;
  const to = (target: number): string => documentAddress(query, { page: target, here: null });
  return (
    <form class="page-turner" action={query.path}>
      {number > 1 && (
        <a href={to(number - 1)} rel="prev">
          上一页
        </a>
      )}
      <label>
        <span class="hidden">页码</span>
        <input type="number" name="page" min="1" max={count} value={number} />
      </label>
      <span>/ {count} 页</span>
      {query.asTables && <input type="hidden" name="view" value="tables" />}
      {query.isEnlarged && <input type="hidden" name="zoom" value="2" />}
      {query.showsClaims && <input type="hidden" name="show" value="unclaimed" />}
      <button type="submit" class="plain">
        翻到
      </button>
      {number < count && (
        <a href={to(number + 1)} rel="next">
          下一页
        </a>
      )}
    </form>
  );
};
