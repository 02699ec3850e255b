import type { FC } from 'hono/jsx';
import { countUnreadRows } from '../../../model/count-unread-rows.js';
import { FORMAT_TITLES, type ReadDocument } from '../../../model/document.js';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import { isGrid, isUnsure } from '../../../model/grid.js';
import { OUTCOME_TEXT } from '../../../model/outcome.js';
import { gapsOf } from '../../../model/reading-gaps.js';
import { departmentTitle, regionTitle, yearTitle } from '../../../report/audit-report/titles.js';
import { clipText } from '../../../report/clip-text.js';
import { printable } from '../../../report/text-width.js';
import { departmentLink, documentLink } from '../../links.js';
import { AssignForm } from '../../parts/assign-form.js';
import { showCount } from '../../parts/format-figures.js';
import { RegionTitles } from '../../parts/region-field.js';
import type { Source } from '../../parts/source/read-sources.js';
import type { Site } from '../../site.js';
import { GapList } from './gap-list.js';
import type { ShownDocument } from './read-document-page.js';

const MOST_DISCLOSURES = 40;

/** Where the document comes from, how it was read, and whose it is. */
export const DocumentFacts: FC<{ shown: ShownDocument; site: Site }> = ({
  shown: { source, supersededBy },
  site,
}) => {
  const { path, title, format, outcome, reason, url, published, claims, unread, disclosures, sha256 } =
    source.document;
  const unreadRows = countUnreadRows(unread);
  const { recognized = [], blocks } = source.document;
  const unsure = blocks.filter(isGrid).flatMap(({ cells }) => cells.filter(isUnsure)).length;
  const count = (status: string): number => claims.filter((claim) => claim.status === status).length;
  const { title: ending, advice } = OUTCOME_TEXT[outcome];
  const gaps = gapsOf(source.document);
  return (
    <section aria-label="文档">
      <h2>文档</h2>
      {supersededBy !== null && (
        <p class="notice">
          同一公开有较新的版本：<a href={documentLink(supersededBy)}>看新版本</a>
        </p>
      )}
      <dl class="facts">
        <dt>文件</dt>
        <dd>{printable(path)}</dd>
        {title && (
          <>
            <dt>标题</dt>
            <dd>{clipText(printable(title), 200)}</dd>
          </>
        )}
        <dt>格式</dt>
        <dd>{FORMAT_TITLES[format] ?? format}</dd>
        <dt>读取结果</dt>
        <dd>
          {ending}
          {gaps.length === 0 && reason && `：${reason}`}
          {gaps.length === 0 && outcome !== 'ok' && advice && <span class="soft">（{advice}）</span>}
          {gaps.length > 0 && <GapList document={source.id} gaps={gaps} />}
        </dd>
        {url && (
          <>
            <dt>来源</dt>
            <dd>
              {/^https?:\/\//.test(url) ? (
                <a href={url} rel="noreferrer">
                  {clipText(url, 200)}
                </a>
              ) : (
                clipText(url, 200)
              )}
            </dd>
          </>
        )}
        {published && (
          <>
            <dt>公开日期</dt>
            <dd>{published}</dd>
          </>
        )}
        {recognized.length > 0 && (
          <>
            <dt>识别</dt>
            <dd>
              {showCount(recognized.length)} 页由图像识别，可能认错；
              {unsure > 0 ? `${showCount(unsure)} 格把握不大` : '各格都有把握'}
            </dd>
          </>
        )}
        <dt>单元格</dt>
        <dd>
          {showCount(claims.length)} 个：读成字段 {showCount(count('claimed'))}，标签{' '}
          {showCount(count('label'))}，搁置 {showCount(count('set-aside'))}，未认领{' '}
          {showCount(count('unclaimed'))}
        </dd>
        {unreadRows > 0 && (
          <>
            <dt>未读行</dt>
            <dd>
              <a href={`${documentLink(source.id)}?show=unclaimed,diagnostics${unreadPage(source.document)}`}>
                {showCount(unreadRows)} 行像绩效表而没有认出
              </a>
            </dd>
          </>
        )}
        <dt>内容指纹</dt>
        <dd class="fingerprint">{sha256.slice(0, 16)}</dd>
      </dl>
      <Disclosures disclosures={disclosures} />
      {!site.readOnly && isUnresolved(source.document) && <Repair source={source} />}
      {!site.readOnly && isAssigned(source.document) && <TakeBack source={source} />}
    </section>
  );
};

/** `&page=N` of the first rows that were not recognized, where the document has pages. */
function unreadPage({ unread, blocks }: ReadDocument): string {
  const pages = unread.flatMap(({ block }) => blocks[block]?.page ?? []);
  return pages.length > 0 ? `&page=${Math.min(...pages)}` : '';
}

const isUnresolved = ({ disclosures }: ReadDocument): boolean =>
  disclosures.some(({ region, year, department }) => region === null || year === null || department === null);

const isAssigned = ({ disclosures }: ReadDocument): boolean =>
  disclosures.some(({ basis }) => Object.values(basis).some(({ from }) => from === 'assign'));

const TakeBack: FC<{ source: Source }> = ({ source: { id } }) => (
  <form class="take-back" method="post" action={`/documents/${id}/assign`}>
    <input type="hidden" name="undo" value="1" />
    <input type="hidden" name="back" value={documentLink(id)} />
    归属经人工指定。
    <button type="submit" class="plain">
      撤回最近的指定
    </button>
  </form>
);

const Repair: FC<{ source: Source }> = ({ source: { id, document } }) => {
  const [first] = document.disclosures;
  return (
    <>
      <p class="soft">文件里没有写明，或写得不一致。只填要补的；重新导入后仍然有效。</p>
      <AssignForm
        document={id}
        region={first?.region?.name ?? null}
        year={first?.year ?? null}
        department={first?.department ?? null}
        back={documentLink(id)}
      />
      <RegionTitles />
    </>
  );
};

const Disclosures: FC<{ disclosures: ShownDocument['source']['document']['disclosures'] }> = ({
  disclosures,
}) => (
  <ul class="disclosures" aria-label="谁的公开">
    {disclosures.slice(0, MOST_DISCLOSURES).map((disclosure) => {
      const { region, department, departmentKey, year, stage } = disclosure;
      const link = departmentLink({
        region: region?.name ?? null,
        region_code: region?.code ?? null,
        department,
        department_key: departmentKey,
      });
      const name = `${regionTitle({ region })} ${departmentTitle({ department })}`;
      return (
        <li>
          {link === null ? name : <a href={link}>{name}</a>} {yearTitle({ year })} {STAGE_TITLES[stage]}
        </li>
      );
    })}
    {disclosures.length > MOST_DISCLOSURES && <li class="soft">等 {disclosures.length} 份</li>}
  </ul>
);
