import type { FC } from 'hono/jsx';

/** A number as printed, with its sign, separators and percent sign. */
const FIGURE = /([+\-−]?\d[\d,.，]*\d%?|\d%)/;

/** Printed or computed text, no figure of which is broken over two lines. */
export const Figures: FC<{ text: string }> = ({ text }) => (
  <>
    {text.split(FIGURE).map((part, index) => (index % 2 === 1 ? <span class="figure">{part}</span> : part))}
  </>
);
