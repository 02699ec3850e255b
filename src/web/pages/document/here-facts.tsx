import type { FC } from 'hono/jsx';
import { isGrid } from '../../../model/grid.js';
import { describeClaim } from '../../../report/claim-titles.js';
import { clipText } from '../../../report/clip-text.js';
import { printable } from '../../../report/text-width.js';
import { CorrectForm } from './correct-form.js';
import { type DocumentQuery, documentAddress } from './document-query.js';
import type { ShownDocument } from './read-document-page.js';

const HERE_TEXT = 4000;
const NAME_TEXT = 60;
const MOST_VALUES = 20;

/** The cell the address names: its text, what became of it, and the values it became. */
export const HereFacts: FC<{ shown: ShownDocument; query: DocumentQuery; readOnly: boolean }> = ({
  shown: { source, here },
  query,
  readOnly,
}) => {
  if (!here) {
    return <p class="here-hint soft">点一个格子，看它读成了什么。</p>;
  }
  const block = source.document.blocks[here.block];
  const cell = block && isGrid(block) && here.cell !== null ? block.cells[here.cell] : undefined;
  const found = cell ?? (block && !isGrid(block) ? block : undefined);
  const { text = '', place = '' } = found ?? {};
  return (
    <section class="here" aria-label="所选格子">
      <h2>
        {place}
        <a class="close" href={documentAddress(query, { here: null })} aria-label="不再标出这一格">
          ×
        </a>
      </h2>
      <p class="claim-said">{here.claim ? describeClaim(here.claim) : '不在认出的表里'}</p>
      <blockquote>{clipText(printable(text), HERE_TEXT) || '（空白）'}</blockquote>
      {found && (
        <CorrectForm
          source={source}
          text={found}
          back={documentAddress(query, { here: { block: here.block, cell: here.cell } })}
          readOnly={readOnly}
        />
      )}
      {here.values.length > 0 && (
        <ul class="values" aria-label="读成的值">
          {here.values.slice(0, MOST_VALUES).map(({ key, kind, name, fields }) => (
            <li>
              <a href={`/values/${key}`}>
                {kind} {clipText(printable(name), NAME_TEXT)}
              </a>{' '}
              <span class="soft">（{fields.join('、')}）</span>
            </li>
          ))}
          {here.values.length > MOST_VALUES && <li class="soft">等 {here.values.length} 个值</li>}
        </ul>
      )}
    </section>
  );
};
