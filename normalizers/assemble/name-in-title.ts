import { ORGANISATION } from '../recognize/tables/projects/agency-row.js';
import { compact } from '../recognize/words/label-text.js';

/** 附件3, 表14, 预算表12, 公开14表 before the title; a year is none. */
const TABLE_MARK = /^\s*(附[件表][\d-]*|(预算|公开|部门)?表?\s*\d{1,2}(-\d+)?表?)[\s:：、.]+/;

/** Words of which the bare name of a form consists. */
const GENERIC =
  /^(\d{2,4}年?|年度|[省市区县本]级|部门|单位|预算|重点|一般性?|专项|专门|项目|政策|和|及|资金|支出|业务|经费|整体|总体|其他|支出方向|区级|财政)*$/;

/**
 * The project's name where only the title holds it: `3.车辆保险费绩效目标表`, `301008_某局_科技兴警绩效目标表`,
 * `警务辅助人员经费项目绩效目标表`. Null for the bare name of a form.
 */
export function nameInTitle(title: string): string | null {
  const match = /^(.*?)(项目)?(支出)?(预算)?绩效(目标)?(申报|批复|自评|公开)?表(?:\((.*)\))?$/.exec(
    compact(title.replace(TABLE_MARK, '').replace(/^\s*\d{1,3}．/, '')),
  );
  if (!match) return null;
  const parts = withoutCode((match[1] ?? '').replace(/\d{4}年度?/g, '').replace(LIST_NUMBER, '')).split('_');
  const name = (parts.at(-1) ?? '').replace(LIST_NUMBER, '');
  return [name, match[7] ?? ''].find(isName) ?? null;
}

/** 3. or （三） before the name; digits with nothing behind them belong to it (96777热线). */
const LIST_NUMBER = /^[(]?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:[、)]|[.](?!\d))/;

/** 301008-某局-科技兴警: only behind a code is a dash a joint. */
function withoutCode(text: string): string {
  const coded = /^\d{3,9}[-—_](.+)$/.exec(text)?.[1];
  if (coded === undefined) return text;
  const [office = '', ...rest] = coded.split(/[-—_]/);
  return rest.length > 0 && ORGANISATION.test(office) ? coded.slice(office.length + 1) : coded;
}

const isName = (text: string): boolean =>
  text.length >= 3 &&
  !GENERIC.test(text) &&
  !/^(19|20)\d\d(?!\d)|[一二]级项目|^附|万?元$/.test(text) &&
  (/^\d/.test(text) || !ORGANISATION.test(text));
