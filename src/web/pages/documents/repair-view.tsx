import type { FC } from 'hono/jsx';
import type { AssignPreview } from '../../../model/ports/documents.js';
import { subjectTitle } from '../../../report/subject-title.js';
import { DataTable } from '../../parts/data-table.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import { LONGEST_NAME } from '../../parts/review-form.js';
import type { Site } from '../../site.js';

export interface RepairGiven {
  region: string;
  year: string;
  department: string;
}

interface RepairViewProps {
  site: Site;
  documents: readonly { id: number; preview: AssignPreview }[];
  given: RepairGiven;
  who: string;
  back: string;
}

/** What each document would be assigned to; nothing is changed before it is said so here. */
export const RepairView: FC<RepairViewProps> = ({ site, documents, given, who, back }) => {
  const changed = documents.filter(({ preview }) => isChanged(preview)).length;
  return (
    <PageFrame site={site} title="改正归属" section="/documents" styles={['documents.css']}>
      <p>
        {showCount(documents.length)} 份文档，会改 {showCount(changed)} 份；还没有改。
        {changed < documents.length &&
          '不变的已是如此，或其中各份公开写得不一：各有写明的不改，只补没有写明的。'}
      </p>
      {Number(given.year) > new Date().getFullYear() + 1 && (
        <p class="notice">{given.year} 年比明年还晚，请看一看年度是否写对。</p>
      )}
      <DataTable
        caption="会改成什么"
        rows={documents}
        columns={[
          { title: '文档', head: true, cell: ({ preview }) => showListed(preview.path, 200) },
          { title: '现在', cell: ({ preview }) => subjectTitle(preview.before) },
          {
            title: '改成',
            cell: ({ preview }) =>
              isChanged(preview) ? <b>{subjectTitle(preview.after)}</b> : <span class="soft">不变</span>,
          },
        ]}
      />
      <form class="fields" method="post" action="/documents/repair">
        <input type="hidden" name="sure" value="1" />
        <input type="hidden" name="scope" value="chosen" />
        <input type="hidden" name="back" value={back} />
        {Object.entries(given).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {documents.map(({ id }) => (
          <input type="hidden" name={`d${id}`} value="1" />
        ))}
        <label>
          谁指定的
          <input class="short" name="who" value={who} maxlength={LONGEST_NAME} autocomplete="name" />
        </label>
        <button type="submit">改定这 {showCount(documents.length)} 份</button>
        <a href={back}>不改，回到文档</a>
      </form>
    </PageFrame>
  );
};

const isChanged = ({ before, after }: AssignPreview): boolean => subjectTitle(before) !== subjectTitle(after);
