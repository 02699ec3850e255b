import { compact } from '../recognize/label-text.js';

const GENERIC =
  /^(\d{2,4}年?)?(度|年度)?(市|区|县|省|本)?级?(部门|单位)?(预算)?(重点)?(专项|项目|政策)?(和项目|资金|支出|业务经费)*(整体)?(预算)?$/;

/**
 * The project's name where only the title holds it: `3.车辆保险费绩效目标表`, `301008_某局_科技兴警绩效目标表`,
 * `警务辅助人员经费项目绩效目标表`. Null for the bare name of a form.
 */
export function nameInTitle(title: string): string | null {
  const match = /^(.*?)(项目)?(支出)?(预算)?绩效(目标)?(申报|批复|自评|公开)?表(\(.*\))?$/.exec(
    compact(title),
  );
  if (!match) return null;
  const parts = (match[1] ?? '')
    .replace(/^(附[表件])?[\d-]*[.、_]?/, '')
    .replace(/^\d{4}年度?/, '')
    .split('_');
  const name = (parts.at(-1) ?? '').replace(/^[\d.、]+/, '');
  return name.length < 3 || GENERIC.test(name) ? null : name;
}
