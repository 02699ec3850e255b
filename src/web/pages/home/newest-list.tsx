import type { FC } from 'hono/jsx';
import { showTime } from '../../../report/show-time.js';
import { documentLink } from '../../links.js';
import { documentName } from '../../parts/document-name.js';
import { showListed } from '../../parts/format-figures.js';
import type { NewDocument, NewestDocuments } from './read-home.js';

/** The documents imported last, each leading to its page. */
export const NewestList: FC<{ newest: NewestDocuments; readOnly: boolean }> = ({
  newest: { at, documents },
  readOnly,
}) => (
  <>
    {documents.length > 0 && (
      <ul class="brief">
        {documents.map((document) => (
          <li>
            <a href={documentLink(document.id)}>{documentName(document)}</a>
            <div class="soft">{whose(document)}</div>
          </li>
        ))}
      </ul>
    )}
    <p class="soft">
      {at === null ? '没有记下哪些是最近导入的；下次导入起会列在这里。' : `最近一次导入：${showTime(at)}。`}
      {!readOnly && <a href="/import">导入与记录</a>}
    </p>
  </>
);

const whose = ({ region, department, year }: NewDocument): string =>
  [
    region ?? '地区未定',
    showListed(department) || '部门未定',
    year === null ? '年度未定' : `${year} 年`,
  ].join(' · ');
