import type { FC } from 'hono/jsx';
import { clipText } from '../../../report/clip-text.js';
import { printable } from '../../../report/text-width.js';
import { documentLink, evidenceLink } from '../../links.js';
import { KeyHelp } from '../../parts/key-help.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Sources } from '../../parts/source/read-sources.js';
import {
  SOURCE_KEYS,
  SOURCE_STYLES,
  SOURCE_VIEW_SCRIPTS,
  SourceView,
} from '../../parts/source/source-view.js';
import type { Site } from '../../site.js';
import type { ShownField, ShownValue } from './read-value.js';

const VALUE_TEXT = 4000;
const TITLE_TEXT = 60;

/** A value with its fields beside the source every one of them was read from. */
export const ValueView: FC<{ site: Site; value: ShownValue }> = ({ site, value }) => {
  const name = value.fields.find(({ label }) => label === value.kind)?.value ?? value.fields.at(-1)?.value;
  const [source] = value.shown.sources;
  return (
    <PageFrame
      site={site}
      title={`${value.kind} ${clipText(printable(name ?? ''), TITLE_TEXT)}`}
      styles={SOURCE_STYLES}
      scripts={SOURCE_VIEW_SCRIPTS}
    >
      <SourceView shown={value.shown}>
        <div class="working">
          <table class="operands">
            <caption>这个值的各项，和它们在原文中的位置</caption>
            <thead>
              <tr>
                <th scope="col">项</th>
                <th scope="col">读作</th>
                <th scope="col">位置</th>
              </tr>
            </thead>
            <tbody>
              {value.fields.map((field) => (
                <FieldRow field={field} shown={value.shown} />
              ))}
            </tbody>
          </table>
          <dl class="facts">
            {value.subject.map(([label, fact]) => (
              <>
                <dt>{label}</dt>
                <dd>
                  {label === '文件' && source ? (
                    <a href={documentLink(source.id)}>{printable(String(fact))}</a>
                  ) : (
                    printable(String(fact ?? ''))
                  )}
                </dd>
              </>
            ))}
          </dl>
        </div>
      </SourceView>
      <KeyHelp keys={SOURCE_KEYS} />
    </PageFrame>
  );
};

const FieldRow: FC<{ field: ShownField; shown: Sources }> = ({ field: { label, value, number }, shown }) => {
  const operand = number === null ? undefined : shown.operands[number - 1]?.operand;
  const source = shown.sources.find(({ document }) => document.sha256 === operand?.document);
  return (
    <tr>
      <th scope="row">
        {number !== null && <span class="number-mark">{number}</span>} {label}
      </th>
      <td>{clipText(printable(value), VALUE_TEXT)}</td>
      <td>
        {operand && source && (
          <a href={evidenceLink(source.id, operand.evidence)}>{operand.evidence.place}</a>
        )}
      </td>
    </tr>
  );
};
