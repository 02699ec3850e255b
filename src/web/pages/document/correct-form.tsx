import type { FC } from 'hono/jsx';
import { LONGEST_CORRECTION } from '../../../app/correct-text.js';
import { type Cell, isUnsure } from '../../../model/grid.js';
import { surenessText } from '../../../report/sureness-text.js';
import { pictureLink } from '../../links.js';
import type { Source } from '../../parts/source/read-sources.js';

/** The cell or paragraph as far as it can be corrected. */
export type CorrectableText = Pick<Cell, 'text' | 'place' | 'boxes' | 'recognized' | 'reading'>;

/** What is known of the reading of a text, its picture, and a form in which a person says what is printed there. */
export const CorrectForm: FC<{ source: Source; text: CorrectableText; back: string; readOnly: boolean }> = ({
  source,
  text,
  back,
  readOnly,
}) => (
  <div class="reading">
    {source.isDrawn && <CellPicture source={source} text={text} />}
    <p class={isUnsure(text) ? 'sureness unsure' : 'sureness'}>
      {surenessText(text) || '文字是文件里本有的'}
    </p>
    {!readOnly && (
      <form class="correct" method="post" action={`/documents/${source.id}/correct`}>
        <input type="hidden" name="place" value={text.place} />
        <input type="hidden" name="back" value={back} />
        <label>
          原件上印的是
          <textarea
            name="text"
            rows={Math.min(6, text.text.split('\n').length)}
            maxlength={LONGEST_CORRECTION}
          >
            {text.text}
          </textarea>
        </label>
        <button type="submit">改正</button>
        {text.reading !== undefined && (
          <button type="submit" name="undo" value="1" class="quiet">
            恢复所读的
          </button>
        )}
      </form>
    )}
  </div>
);

/** Points shown around the cell. */
const MARGIN = 3;

const CellPicture: FC<{ source: Source; text: CorrectableText }> = ({
  source: {
    id,
    document: { pages = [] },
  },
  text: { boxes = [] },
}) => {
  const [first] = boxes;
  const size = first && pages[first.page - 1];
  if (!first || !size) return null;
  const [left, top, right, bottom] = first.box;
  const view = [left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN];
  return (
    <svg class="cell-picture" viewBox={view.join(' ')} role="img" aria-label="这一格在原件上的样子">
      <title>这一格在原件上的样子</title>
      <image href={pictureLink(id, first.page)} width={size[0]} height={size[1]} />
    </svg>
  );
};
