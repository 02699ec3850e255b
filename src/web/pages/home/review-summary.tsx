import type { FC } from 'hono/jsx';
import { ruleTitle } from '../../../app/rules.js';
import { SEVERITY_TITLES } from '../../../model/facts/severities.js';
import { showDifference } from '../../../report/finding-figures.js';
import { showShare } from '../../../report/show-share.js';
import { findingLink, pageLink } from '../../links.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { SeverityMark } from '../../parts/severity.js';
import type { HomeFindings } from './read-home.js';

/** How many findings there are of each severity, of a copy nobody reviewed. */
export const FindingsBySeverity: FC<Pick<HomeFindings, 'progress'>> = ({ progress }) => (
  <ul class="brief">
    {progress.map(({ severity, all }) => (
      <li>
        <a href={pageLink('/findings', { severity })}>
          <SeverityMark severity={severity} />
        </a>{' '}
        {all === 0 ? '没有' : `${showCount(all)} 条`}
      </li>
    ))}
  </ul>
);

/** How many findings of each severity have been answered; each leads to those nobody has answered. */
export const ReviewBySeverity: FC<Pick<HomeFindings, 'progress'>> = ({ progress }) => (
  <table class="progress">
    <caption class="hidden">各程度已复核的待核实线索</caption>
    <thead class="hidden">
      <tr>
        <th scope="col">程度</th>
        <th scope="col">进度</th>
        <th scope="col">已复核</th>
      </tr>
    </thead>
    <tbody>
      {progress.map(({ severity, all, answered }) => (
        <tr>
          <th scope="row">
            <a href={pageLink('/findings', { severity, review: 'open' })}>
              <SeverityMark severity={severity} />
            </a>
          </th>
          <td>
            {all > 0 && (
              <progress max={all} value={answered} aria-label={`${SEVERITY_TITLES[severity]}已复核的比例`} />
            )}
          </td>
          <td class="number">
            {all === 0
              ? '没有'
              : `${showCount(answered)} / ${showCount(all)} 条（${showShare(answered, all)}）`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The gravest findings nobody has answered, of different rules where there are. */
export const GravestList: FC<{ findings: HomeFindings['gravest'] }> = ({ findings }) => (
  <ul class="brief">
    {findings.map(({ id, severity, rule, region, department, year, message, difference_fen: difference }) => (
      <li>
        <SeverityMark severity={severity} /> <a href={findingLink(id)}>{ruleTitle(rule)}</a>
        {difference !== null && difference !== 0 && <b class="stake">{showDifference(difference)}</b>}
        <div class="soft">
          {whose(region, department)} {year ?? '年度未定'}
        </div>
        <div class="clamped">{showListed(message)}</div>
      </li>
    ))}
  </ul>
);

/** Most names of departments begin with their place. */
const whose = (region: string | null, department: string | null): string => {
  const name = showListed(department) || '部门未定';
  return region !== null && name.startsWith(region) ? name : `${region ?? '地区未定'} ${name}`;
};
