import type { FC } from 'hono/jsx';
import type { Operand } from '../../../model/finding.js';
import { excerpt } from '../../../report/evidence/excerpt.js';
import type { NumberedOperand } from '../../../report/evidence/render-source.js';
import { findingFigures } from '../../../report/finding-figures.js';
import { evidenceLink } from '../../links.js';
import { Figures } from '../../parts/figures.js';
import { showCount } from '../../parts/format-figures.js';
import type { Sources } from '../../parts/source/read-sources.js';
import { SourceView } from '../../parts/source/source-view.js';
import type { FindingPage } from './read-finding.js';

const QUOTE = 200;

/** What was printed, what was computed, and the sum worked out, each operand leading to its cell. */
export const Working: FC<{ page: FindingPage }> = ({ page: { finding, rule, sources } }) => {
  const operands = numbered(finding.evidence);
  const compared: [string, string][] = rule ? [['比较', rule.formula]] : [];
  const facts = [...findingFigures(finding), ...compared];
  return (
    <section aria-labelledby="working">
      <h2 id="working">怎样算出来的</h2>
      {finding.formula !== null && (
        <p class="formula">
          <Figures text={finding.formula} />
        </p>
      )}
      <dl class="facts">
        {facts.map(([title, value]) => (
          <>
            <dt>{title}</dt>
            <dd>
              <Figures text={value} />
            </dd>
          </>
        ))}
      </dl>
      {operands.length > 0 && <Operands operands={operands} sources={sources.sources} />}
    </section>
  );
};

const numbered = (evidence: readonly Operand[]): NumberedOperand[] =>
  evidence.map((operand, index) => ({ number: index + 1, operand }));

const Operands: FC<{ operands: NumberedOperand[]; sources: Sources['sources'] }> = ({
  operands,
  sources,
}) => (
  <div class="wide operand-list">
    <table>
      <caption>各数与文字的出处</caption>
      <thead>
        <tr>
          <th scope="col">号</th>
          <th scope="col">项</th>
          <th scope="col">原文</th>
          <th scope="col">位置</th>
        </tr>
      </thead>
      <tbody>
        {operands.map(({ number, operand }) => (
          <tr>
            <th scope="row" class="whole">
              <span class="number-mark">{number}</span>
            </th>
            <td>
              <Figures text={operand.label} />
            </td>
            <td>
              <Figures text={excerpt(operand, sourceOf(operand.document, sources)?.document, QUOTE)} />
            </td>
            <td class="whole">
              <OperandPlace operand={operand} sources={sources} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const OperandPlace: FC<{ operand: Operand; sources: Sources['sources'] }> = ({
  operand: { document, evidence },
  sources,
}) => {
  const source = sourceOf(document, sources);
  return source ? (
    <a href={evidenceLink(source.id, evidence)}>{evidence.place}</a>
  ) : (
    <span>{evidence.place}</span>
  );
};

const sourceOf = (sha256: string, sources: Sources['sources']): Sources['sources'][number] | undefined =>
  sources.find(({ document }) => document.sha256 === sha256);

/** What the operands stand in, as printed. */
export const PrintedText: FC<{ page: FindingPage }> = ({ page: { finding, sources, notDrawn } }) => (
  <section aria-labelledby="printed">
    <h2 id="printed">原文</h2>
    {finding.evidence.length === 0 && <p>这条疑点不以某个单元格为据。</p>}
    <SourceView shown={sources} />
    {notDrawn > 0 && <p class="soft">另有 {showCount(notDrawn)} 份文档没有画出，位置见右表。</p>}
  </section>
);
