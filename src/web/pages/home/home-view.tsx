import type { FC } from 'hono/jsx';
import { ruleTitle } from '../../../app/rules.js';
import type { Severity } from '../../../model/facts/severities.js';
import { SEVERITY_TITLES } from '../../../model/facts/severities.js';
import { pageLink } from '../../links.js';
import { CHART_SCRIPTS } from '../../parts/chart.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import { PastImports } from '../../parts/past-imports.js';
import type { Site } from '../../site.js';
import { ProvinceChart } from './province-chart.js';
import type { Home, HomeFindings } from './read-home.js';

export const HomeView: FC<{ site: Site; home: Home }> = ({ site, home }) => (
  <PageFrame
    site={site}
    title="各地部门预算绩效目标"
    section="/"
    scripts={CHART_SCRIPTS}
    styles={['lists.css']}
  >
    {home.documents === 0 ? (
      <EmptyStore readOnly={site.readOnly} />
    ) : (
      <Contents home={home} readOnly={site.readOnly} />
    )}
  </PageFrame>
);

const EmptyStore: FC<{ readOnly: boolean }> = ({ readOnly }) => (
  <EmptyState>
    库里还没有文档。
    {readOnly ? (
      '请换一个库，或不带 --read-only 重新启动后导入。'
    ) : (
      <>
        到<a href="/import">导入</a>上传文件或指定文件夹：Word、Excel、WPS、PDF、网页、文本、压缩包都可以。
      </>
    )}
  </EmptyState>
);

const Contents: FC<{ home: Home; readOnly: boolean }> = ({ home, readOnly }) => (
  <>
    <search>
      <form class="fields" action="/search">
        <label class="grow">
          在项目、指标、目标、测算和说明中查找
          <input type="search" name="text" placeholder="如：见义勇为，或 宣传 (禁毒 OR 反诈) NOT 青少年" />
        </label>
        <button type="submit">检索</button>
      </form>
    </search>
    <ul class="tiles">
      <Tile title="地区" figure={showCount(home.regions)} />
      <Tile title="部门" figure={showCount(home.departments)} />
      <Tile title="项目" figure={showCount(home.projects)} link="/search?view=projects" />
      <Tile title="指标" figure={showCount(home.indicators)} link="/search?view=indicators" />
      <Tile title="预算表" figure={showCount(home.statements)} link="/search?view=statements" />
      <Tile title="文档" figure={showCount(home.documents)} link="/documents" />
      {home.unresolved > 0 && (
        <Tile title="归属未定的文档" figure={showCount(home.unresolved)} link="/documents?unresolved=1" />
      )}
    </ul>
    <p class="soft">
      各数是库中全部文档的，各年度、各级、各阶段（预算、自评……）都在内
      {home.superseded > 0 && `，已被较新版本替代的 ${showCount(home.superseded)} 份也在内`}
      。金额跨年度、跨阶段相加没有意义，不在这里合计；一个部门一年的见
      <a href="/coverage">公开情况</a>和部门页。
    </p>
    <h2>疑点（待核实线索）</h2>
    {home.findings ? (
      <FindingTiles findings={home.findings} />
    ) : (
      <EmptyState>
        还没有核查过。
        {readOnly ? (
          '在命令行运行 mingzhang audit。'
        ) : (
          <>
            到<a href="/findings">疑点清单</a>运行核查。
          </>
        )}
      </EmptyState>
    )}
    <h2>各省、各年度</h2>
    <ProvinceChart home={home} />
    {home.imports.length > 0 && (
      <>
        <h2>最近的导入</h2>
        <PastImports records={home.imports} />
      </>
    )}
  </>
);

const Tile: FC<{ title: string; figure: string; link?: string; kind?: Severity }> = ({
  title,
  figure,
  link,
  kind,
}) => {
  const body = (
    <>
      <b>{figure}</b>
      <span class={kind && `severity ${kind}`}>{title}</span>
    </>
  );
  return <li>{link === undefined ? body : <a href={link}>{body}</a>}</li>;
};

const FindingTiles: FC<{ findings: HomeFindings }> = ({ findings: { severities, rules } }) => (
  <>
    <ul class="tiles">
      {(Object.keys(SEVERITY_TITLES) as Severity[]).map((severity) => (
        <Tile
          title={SEVERITY_TITLES[severity]}
          kind={severity}
          figure={showCount(severities[severity])}
          link={pageLink('/findings', { severity })}
        />
      ))}
    </ul>
    {rules.length > 0 && (
      <>
        <h3>最多的几类</h3>
        <ul class="ranking">
          {rules.map(({ rule, count }) => (
            <li>
              <a href={pageLink('/findings', { rule })}>{ruleTitle(rule)}</a>{' '}
              <span class="soft">{showCount(count)} 条</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);
