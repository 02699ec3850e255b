import type { FC } from 'hono/jsx';
import { DIAGNOSTIC_TITLES } from '../../../model/diagnostic.js';
import type { Form } from '../../../model/disclosure.js';
import { FORM_KIND_TITLES } from '../../../model/facts/form-kinds.js';
import { type BlockCell, findPlace } from '../../../model/find-place.js';
import { isGrid } from '../../../model/grid.js';
import { STATEMENT_KINDS } from '../../../model/statement.js';
import { clipText } from '../../../report/clip-text.js';
import { printable } from '../../../report/text-width.js';
import { findingLink } from '../../links.js';
import { SeverityMark } from '../../parts/severity.js';
import { type DocumentQuery, documentAddress } from './document-query.js';
import type { ShownDocument } from './read-document-page.js';

interface ListProps {
  shown: ShownDocument;
  query: DocumentQuery;
}

const MOST_FORMS = 300;
const MOST_MESSAGES = 100;
const NAME_TEXT = 60;
const STATES = { filled: '', partial: '没有读全', template: '空表' };

/** Forms as a table of contents. */
export const DocumentForms: FC<ListProps> = ({ shown, query }) => {
  const { forms } = shown.source.document;
  return (
    <section aria-label="表">
      <h2>绩效表（{forms.length}）</h2>
      {forms.length === 0 && <p class="soft">没有认出绩效目标表。</p>}
      <ol class="forms">
        {forms.slice(0, MOST_FORMS).map((form) => {
          const begin = beginningOf(form, shown);
          const project = projectOf(form, shown);
          const name = project ?? printable(form.title?.text.trim() ?? '');
          return (
            <li>
              {begin ? (
                <a href={documentAddress(query, { here: begin, page: null })}>
                  {FORM_KIND_TITLES[form.kind]}
                </a>
              ) : (
                FORM_KIND_TITLES[form.kind]
              )}{' '}
              <span class="soft">
                {clipText(name, NAME_TEXT)} {STATES[form.state] && `（${STATES[form.state]}）`}
              </span>
            </li>
          );
        })}
      </ol>
      {forms.length > MOST_FORMS && <p class="soft">另有 {forms.length - MOST_FORMS} 张表，翻页可见</p>}
    </section>
  );
};

/** Budget statements, likewise. */
export const DocumentStatements: FC<ListProps> = ({ shown, query }) => {
  const statements = shown.source.document.disclosures.flatMap((disclosure) => disclosure.statements);
  return statements.length === 0 ? null : (
    <section aria-label="预算表">
      <h2>预算表（{statements.length}）</h2>
      <ol class="forms">
        {statements.slice(0, MOST_FORMS).map(({ kind, title, blank, partial, evidence }) => (
          <li>
            <a
              href={documentAddress(query, {
                here: { block: evidence.block, cell: evidence.cell },
                page: null,
              })}
            >
              {STATEMENT_KINDS[kind]}
            </a>{' '}
            <span class="soft">
              {clipText(printable(title), NAME_TEXT)} {blank ? '（空表）' : partial ? '（没有读全）' : ''}
            </span>
          </li>
        ))}
      </ol>
      {statements.length > MOST_FORMS && (
        <p class="soft">另有 {statements.length - MOST_FORMS} 张表，翻页可见</p>
      )}
    </section>
  );
};

/** The title, or the first cell of the first grid. */
function beginningOf(form: Form, { source }: ShownDocument): BlockCell | null {
  const { blocks } = source.document;
  if (form.title) return { block: form.title.evidence.block, cell: form.title.evidence.cell };
  const [block] = form.blocks;
  const shown = block === undefined ? undefined : blocks[block];
  if (block === undefined || !shown) return null;
  return { block, cell: isGrid(shown) ? 0 : null };
}

const projectOf = (form: Form, { source: { document } }: ShownDocument): string | null =>
  document.disclosures[form.disclosure]?.projects.find(({ id }) => id === form.project)?.name ?? null;

export const DocumentFindings: FC<{ shown: ShownDocument }> = ({ shown: { findings } }) =>
  findings.length === 0 ? null : (
    <section aria-label="疑点">
      <h2>疑点（待核实线索）</h2>
      <ul class="findings">
        {findings.map(({ id, severity, message }) => (
          <li>
            <SeverityMark severity={severity} />{' '}
            <a href={findingLink(id)}>{clipText(printable(message), 160)}</a>
          </li>
        ))}
      </ul>
    </section>
  );

/** What could not be placed when the document was read. */
export const DocumentDiagnostics: FC<ListProps> = ({ shown, query }) => {
  const { diagnostics, blocks } = shown.source.document;
  return (
    <section aria-label="读取说明">
      <h2>读取说明（{diagnostics.length}）</h2>
      {diagnostics.length === 0 && <p class="soft">读取时没有遇到问题。</p>}
      <ul>
        {diagnostics.slice(0, MOST_MESSAGES).map(({ code, message, place }) => {
          const at = place === undefined ? null : findPlace(blocks, place);
          return (
            <li>
              {clipText(printable(message), 300)}{' '}
              {at ? <a href={documentAddress(query, { here: at, page: null })}>{place}</a> : place}{' '}
              <span class="soft">{DIAGNOSTIC_TITLES[code] ?? code}</span>
            </li>
          );
        })}
      </ul>
      {diagnostics.length > MOST_MESSAGES && <p class="soft">另有 {diagnostics.length - MOST_MESSAGES} 条</p>}
    </section>
  );
};
