import type { FC } from 'hono/jsx';
import { pageLink } from '../../links.js';
import { Chart } from '../../parts/chart.js';
import { showCount, showYear } from '../../parts/format-figures.js';
import type { Home } from './read-home.js';

/** Disclosures by province and year; each figure opens its documents. */
export const ProvinceChart: FC<{ home: Home }> = ({ home: { byProvince, years } }) => (
  <Chart kind="stacked" title="公开份数（一个部门一年一个阶段为一份）">
    <table>
      <thead>
        <tr>
          <th scope="col">省份</th>
          {years.map((year) => (
            <th scope="col" class="number">
              {showYear(year)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byProvince.map(({ province, years: counts }) => (
          <tr>
            <th scope="row">{province ?? '地区未定'}</th>
            {years.map((year) => (
              <td class="number" data-value={counts.get(year) ?? 0}>
                {counts.has(year) && (
                  <a href={documentsLink(province, year)}>{showCount(counts.get(year) ?? 0)}</a>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Chart>
);

const documentsLink = (province: string | null, year: number | null): string =>
  pageLink('/documents', {
    region: province,
    year,
    unresolved: province === null || year === null ? 1 : null,
  });
