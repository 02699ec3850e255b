import type { FC } from 'hono/jsx';
import { RegionField } from './region-field.js';
import { YearField } from './year-field.js';

interface AssignFormProps {
  /** Number of the document, as `documents.id`. */
  document: number;
  /** What it is now; a blank field of the form leaves it so. */
  region: string | null;
  year: number | null;
  department: string | null;
  /** Path of this site to come back to. */
  back: string;
}

/**
 * Region, year and department of a document set by a person's hand, as `mingzhang assign` does. A page that shows it names
 * `REGION_SCRIPT` and shows one `RegionTitles`.
 */
export const AssignForm: FC<AssignFormProps> = ({ document, region, year, department, back }) => (
  <form class="fields assign" method="post" action={`/documents/${document}/assign`}>
    <input type="hidden" name="back" value={back} />
    <RegionField label="地区" placeholder={region ?? '未定'} />
    <YearField placeholder={year === null ? '未定' : String(year)} />
    <label>
      部门
      <input name="department" maxlength={100} placeholder={department ?? '未定'} />
    </label>
    <button type="submit">改定</button>
  </form>
);
