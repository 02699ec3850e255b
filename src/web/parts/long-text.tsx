import type { FC } from 'hono/jsx';
import { clipText } from '../../report/clip-text.js';
import { printable } from '../../report/text-width.js';

/** Characters shown before one has to ask for more. */
const SHOWN = 1200;

/** A printed text with its lines; a very long one opens on request. */
export const LongText: FC<{ text: string }> = ({ text }) => {
  const printed = printable(text);
  if (printed.length <= SHOWN) return <div class="printed">{printed}</div>;
  return (
    <details>
      <summary>{clipText(printed, SHOWN / 4)}</summary>
      <div class="printed">{printed}</div>
    </details>
  );
};
