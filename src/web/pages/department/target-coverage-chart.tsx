import type { Child, FC } from 'hono/jsx';
import type { TargetCoverage } from '../../../app/department-statements.js';
import { STATEMENT_KINDS } from '../../../model/statement.js';
import { showShare } from '../../../report/show-share.js';
import { valueLink } from '../../links.js';
import { showAmount, showCount, showListed } from '../../parts/format-figures.js';

type CoveredPart = TargetCoverage['withForm'];

/** Length of the whole bar in its own units. */
const LENGTH = 1000;
const HEIGHT = 36;

interface Part {
  look: 'with-form' | 'without-form' | 'uncovered';
  title: string;
  fen: number | null;
  said: Child;
}

/** 项目支出中有多少公开了绩效目标: a bar of what the statements say, by what the project forms account for, with the figures. */
export const TargetCoverageChart: FC<{ coverage: TargetCoverage }> = ({ coverage }) => {
  const { spending, uncoveredFen, excessFen } = coverage;
  const parts = partsOf(coverage);
  const whole = parts.reduce((sum, { fen }) => sum + (fen ?? 0), 0);
  return (
    <figure class="target-coverage">
      <figcaption>{summaryOf(coverage)}</figcaption>
      {whole > 0 && spending !== null && <Bar parts={parts} whole={whole} summary={summaryOf(coverage)} />}
      <table>
        <thead>
          <tr>
            <th scope="col">项目支出</th>
            <th scope="col" class="number">
              万元
            </th>
            <th scope="col" class="number">
              占比
            </th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ look, title, fen, said }) => (
            <tr>
              <th scope="row">
                <span class={`swatch ${look}`} aria-hidden="true" /> {title}
              </th>
              <td class="number">{fen === null ? '不明' : showAmount(fen)}</td>
              <td class="number">{spending === null ? '' : shareOf(fen, spending.figure.amountFen)}</td>
              <td>{said}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">合计</th>
            <td class="number">
              {spending === null ? (
                '不明'
              ) : (
                <a href={valueLink('t', spending.figure.id)}>{showAmount(spending.figure.amountFen)}</a>
              )}
            </td>
            <td />
            <td>{spending === null ? NO_SPENDING : sourceOf(spending)}</td>
          </tr>
        </tbody>
      </table>
      {excessFen > 0 && uncoveredFen !== null && (
        <p class="notice">
          各项目的金额加起来比预算表的项目支出多 {showAmount(excessFen)}{' '}
          万元。可能含转移支付、结转或跨年度的金额，也可能是填报口径不同，请对照原文。
        </p>
      )}
    </figure>
  );
};

const NO_SPENDING = '没有读到项目支出的总额：没有公开支出总表，或没有读全';

const sourceOf = ({ kind, title }: NonNullable<TargetCoverage['spending']>): string =>
  `${showListed(title) || STATEMENT_KINDS[kind]}${kind === 'general-public' ? '（只含一般公共预算）' : ''}`;

const partsOf = ({ withForm, withoutForm, uncoveredFen }: TargetCoverage): Part[] => [
  {
    look: 'with-form',
    title: '有项目绩效目标表',
    fen: withForm.fen,
    said: countOf(withForm),
  },
  ...(withoutForm.projects === 0
    ? []
    : [
        {
          look: 'without-form' as const,
          title: '只在清单或汇总表中',
          fen: withoutForm.fen,
          said: countOf(withoutForm),
        },
      ]),
  {
    look: 'uncovered',
    title: '没有公开绩效目标',
    fen: uncoveredFen,
    said: uncoveredFen === null ? '总额不明，算不出' : '项目支出减去以上各项，可能含依法不公开的',
  },
];

const countOf = ({ projects, unknown }: CoveredPart): Child =>
  projects === 0 ? (
    '没有'
  ) : (
    <>
      <a href="#projects">{showCount(projects)} 个项目</a>
      {unknown > 0 && `，其中 ${showCount(unknown)} 个没有印出金额，未计入`}
    </>
  );

function summaryOf({ spending, withForm }: TargetCoverage): string {
  if (spending === null) return '项目支出中有多少公开了绩效目标：总额不明';
  const { amountFen } = spending.figure;
  const said = `项目支出 ${showAmount(amountFen)} 万元，公开了绩效目标表的 ${showAmount(withForm.fen)} 万元`;
  const share = shareOf(withForm.fen, amountFen);
  return share === '' ? said : `${said}，占 ${share}`;
}

/** To one decimal; nothing of nothing. */
const shareOf = (fen: number | null, whole: number): string =>
  fen === null ? '' : (showShare(fen, whole) ?? '');

const Bar: FC<{ parts: readonly Part[]; whole: number; summary: string }> = ({ parts, whole, summary }) => {
  let from = 0;
  return (
    <svg viewBox={`0 0 ${LENGTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summary}>
      {parts.map(({ look, title, fen }) => {
        const [x, width] = [from, ((fen ?? 0) / whole) * LENGTH];
        from += width;
        return (
          <rect class={look} x={x.toFixed(1)} y="0" width={width.toFixed(1)} height={HEIGHT}>
            <title>{`${title} ${showAmount(fen)} 万元`}</title>
          </rect>
        );
      })}
    </svg>
  );
};
