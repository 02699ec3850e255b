import type { Child, FC } from 'hono/jsx';
import { showTerm } from '../../../app/calculations.js';
import type { CostLine } from '../../../model/disclosure.js';
import type { Calculation, CalculationTerm } from '../../../model/target.js';
import { CALCULATION_TITLES } from '../../../model/target.js';
import { valueLink } from '../../links.js';
import { DataTable } from '../../parts/data-table.js';
import { showAmount, showListed } from '../../parts/format-figures.js';
import { LongText } from '../../parts/long-text.js';

interface CostRow {
  id: number;
  line: CostLine;
}

/** Sum of the lines that print an amount, in 万元; nothing where none does. */
export function showCostTotal(costs: readonly CostRow[]): string {
  const amounts = costs.flatMap(({ line: { money } }) => money?.fen ?? []);
  const sum = amounts.reduce((all, each) => all + each, 0);
  return amounts.length === 0 ? '' : `各行合计 ${showAmount(sum)} 万元`;
}

/** Cost lines, each with its calculation as printed and worked out again. */
export const CostTable: FC<{ costs: readonly CostRow[] }> = ({ costs }) => (
  <DataTable
    caption="支出明细"
    columns={[
      {
        title: '支出事项',
        head: true,
        cell: ({ id, line }: CostRow) => (
          <a href={valueLink('c', id)}>{showListed(line.item ?? line.category) || '（空白）'}</a>
        ),
      },
      {
        title: '金额（万元）',
        number: true,
        cell: ({ line: { money } }: CostRow) =>
          money === null || money.fen === null ? showListed(money?.printed ?? '') : showAmount(money.fen),
      },
      {
        title: '测算依据（原文）',
        cell: ({ line: { calculation } }: CostRow) =>
          calculation === null ? <span class="soft">未填</span> : <LongText text={calculation} />,
      },
      { title: '重算', cell: ({ line }: CostRow) => <Working line={line} /> },
    ]}
    rows={costs}
  />
);

const Working: FC<{ line: CostLine }> = ({ line: { parsed, money } }) => {
  if (parsed === null) return null;
  const worked = parsed.terms.filter(({ kind }) => kind !== 'count');
  const isSummed = worked.length > 1 && parsed.computedYuan !== null;
  return (
    <>
      <b class={`result ${parsed.result}`}>{CALCULATION_TITLES[parsed.result]}</b>
      {parsed.result !== 'unparsed' && (
        <ul class="working">
          {worked.map((term) => (
            <li>{showWorked(term)}</li>
          ))}
          {isSummed && <li>合计 {showYuan(parsed.computedYuan)}</li>}
          {differsFromAmount(parsed, money?.fen ?? null) && (
            <li>本行金额 {showYuan(String((money?.fen ?? 0) / 100))}</li>
          )}
        </ul>
      )}
    </>
  );
};

/** `12（人） × 235（元/人/月） × 12（月） = 33,840 元`, with the printed result where it is another one. */
function showWorked(term: CalculationTerm): Child {
  const { label, computedYuan, statedYuan, implied, kind } = term;
  const name = label.trim() === '' ? '' : `${showListed(label)}：`;
  if (kind === 'lump') return `${name}打包 ${showYuan(statedYuan)}`;
  return (
    <>
      {name}
      {showListed(showTerm(term))}
      {computedYuan !== null && ` = ${showYuan(computedYuan)}`}
      {statedYuan !== null && statedYuan !== computedYuan && `，所印 ${showYuan(statedYuan)}`}
      {implied && <span class="soft">（其中 {`${implied.value}${implied.unit}`} 没有印出，补上后相符）</span>}
    </>
  );
}

/** 元 from a decimal string, digits in groups of three. */
const showYuan = (yuan: string | null): string => {
  if (yuan === null) return '';
  const [whole = '', decimals] = yuan.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals === undefined ? '' : `.${decimals}`} 元`;
};

const differsFromAmount = ({ computedYuan }: Calculation, fen: number | null): boolean =>
  fen !== null && computedYuan !== null && Number(computedYuan) * 100 !== fen;
