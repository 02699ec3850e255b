import type { FC } from 'hono/jsx';
import type { Severity } from '../../../model/finding.js';
import { SEVERITY_TITLES } from '../../../report/audit-report/titles.js';
import { CHART_SCRIPTS, Chart } from '../../parts/chart.js';
import { showCount, showYi } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';
import type { Home } from './read-home.js';

export const HomeView: FC<{ site: Site; home: Home }> = ({ site, home }) => (
  <PageFrame site={site} title="各地部门预算绩效目标" section="/" scripts={CHART_SCRIPTS}>
    {home.documents === 0 ? <EmptyStore readOnly={site.readOnly} /> : <Contents home={home} />}
  </PageFrame>
);

const EmptyStore: FC<{ readOnly: boolean }> = ({ readOnly }) => (
  <p class="empty">
    库里还没有文档。
    {readOnly ? (
      '请换一个库，或不带 --read-only 重新启动后导入。'
    ) : (
      <>
        到<a href="/import">导入</a>上传文件或指定文件夹：Word、Excel、WPS、PDF、网页、文本、压缩包都可以。
      </>
    )}
  </p>
);

const Contents: FC<{ home: Home }> = ({ home }) => (
  <>
    <ul class="tiles">
      <Tile title="地区" figure={showCount(home.counties)} />
      <Tile title="部门" figure={showCount(home.departments)} />
      <Tile title="项目" figure={showCount(home.projects)} link="/search?view=projects" />
      <Tile title="指标" figure={showCount(home.indicators)} link="/search?view=indicators" />
      <Tile title="项目金额（亿元）" figure={showYi(home.amountWan)} />
      <Tile title="文档" figure={showCount(home.documents)} link="/documents" />
      {home.unresolved > 0 && (
        <Tile title="归属未定的文档" figure={showCount(home.unresolved)} link="/documents?unresolved=1" />
      )}
    </ul>
    <h2>疑点（待核实线索）</h2>
    {home.findings ? <Findings findings={home.findings} /> : <p>还没有核查过。到疑点清单运行核查。</p>}
    <h2>文档</h2>
    <ByProvince home={home} />
  </>
);

const Tile: FC<{ title: string; figure: string; link?: string }> = ({ title, figure, link }) => {
  const body = (
    <>
      <b>{figure}</b>
      {title}
    </>
  );
  return <li>{link === undefined ? body : <a href={link}>{body}</a>}</li>;
};

const Findings: FC<{ findings: Record<Severity, number> }> = ({ findings }) => (
  <ul class="tiles">
    {(Object.keys(SEVERITY_TITLES) as Severity[]).map((severity) => (
      <Tile
        title={SEVERITY_TITLES[severity]}
        figure={showCount(findings[severity])}
        link={`/findings?severity=${severity}`}
      />
    ))}
  </ul>
);

const ByProvince: FC<{ home: Home }> = ({ home: { byProvince, years } }) => (
  <Chart kind="stacked" title="各省、各年度有绩效目标表的文档数">
    <table>
      <thead>
        <tr>
          <th scope="col">省份</th>
          {years.map((year) => (
            <th scope="col">{year === null ? '年度未定' : `${year} 年`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byProvince.map(({ province, years: counts }) => (
          <tr>
            <th scope="row">{province ?? '地区未定'}</th>
            {years.map((year) => (
              <td class="number" data-value={counts.get(year) ?? 0}>
                {counts.has(year) ? (
                  <a href={documentsLink(province, year)}>{showCount(counts.get(year) ?? 0)}</a>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Chart>
);

function documentsLink(province: string | null, year: number | null): string {
  const query = new URLSearchParams();
  if (province !== null) query.set('region', province);
  if (year !== null) query.set('year', String(year));
  if (province === null || year === null) query.set('unresolved', '1');
  return `/documents?${query}`;
}
