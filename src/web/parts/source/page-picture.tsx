import type { FC } from 'hono/jsx';
import type { Cell, PageSize } from '../../../model/grid.js';
import { clipText } from '../../../report/clip-text.js';
import { printable } from '../../../report/text-width.js';
import { pictureLink } from '../../links.js';

/** A cell outlined on a page. */
export interface OutlinedCell {
  cell: Cell;
  link: string;
  /** What it is, after its text. */
  meaning: string;
  /** Class of its look: `operand`, `claimed`, `label`, `set-aside`, `unclaimed`. */
  look: string;
  /** Numbers of the operands that stand in it. */
  numbers?: readonly number[];
  /** The one the address names. */
  isHere?: boolean;
}

interface PagePictureProps {
  /** Of the document. */
  id: number;
  page: number;
  size: PageSize;
  cells: readonly OutlinedCell[];
  /** Drawn only when it comes near the window. */
  isLazy?: boolean;
  isEnlarged?: boolean;
}

/** Pixels a point is shown with where there is room, as in the picture itself. */
const PIXELS_PER_POINT = 1.6;
const NAMED_TEXT = 60;

/** A printed page with cells outlined over it; each is a link. */
export const PagePicture: FC<PagePictureProps> = ({
  id,
  page,
  size: [width, height],
  cells,
  isLazy,
  isEnlarged,
}) => (
  <div class={isEnlarged ? 'sheet enlarged' : 'sheet'}>
    <img
      src={pictureLink(id, page)}
      alt={`原文第 ${page} 页，姓名与电话已遮盖`}
      width={Math.round(width * PIXELS_PER_POINT)}
      height={Math.round(height * PIXELS_PER_POINT)}
      loading={isLazy ? 'lazy' : undefined}
    />
    {cells.length > 0 && (
      // biome-ignore lint/a11y/noSvgWithoutTitle: its links have names; a title would show up over all of the page
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" class="outlines">
        {cells.map((outlined) => (
          <Outline page={page} outlined={outlined} />
        ))}
        {cells.map((outlined) => (
          <Numbers page={page} outlined={outlined} />
        ))}
      </svg>
    )}
  </div>
);

const Outline: FC<{ page: number; outlined: OutlinedCell }> = ({ page, outlined }) => {
  const { cell, link, meaning, look, numbers, isHere } = outlined;
  const boxes = (cell.boxes ?? []).filter((box) => box.page === page);
  const name = `${clipText(printable(cell.text), NAMED_TEXT) || '（空白）'}：${meaning}`;
  return (
    <a
      href={link}
      class={look}
      id={isHere ? 'here' : undefined}
      data-numbers={numbers?.join(' ')}
      aria-label={name}
    >
      <title>{name}</title>
      {boxes.map(({ box: [x, y, right, bottom] }) => (
        <rect x={x} y={y} width={right - x} height={bottom - y} />
      ))}
    </a>
  );
};

/** Points. */
const RADIUS = 5.5;

/** Above every outline, at the left of the cell's upper corner; the list beside the page says what the numbers are of. */
const Numbers: FC<{ page: number; outlined: OutlinedCell }> = ({
  page,
  outlined: { cell, numbers = [] },
}) => {
  const box = cell.boxes?.find((each) => each.page === page)?.box;
  if (!box) return null;
  const [left, top] = box;
  const first = Math.max(left - RADIUS - 2 * RADIUS * (numbers.length - 1), RADIUS);
  const middle = Math.max(top, RADIUS);
  return (
    <g class="numbers">
      {numbers.map((number, index) => (
        <>
          <circle cx={first + 2 * RADIUS * index} cy={middle} r={RADIUS} />
          <text x={first + 2 * RADIUS * index} y={middle + 2.8} text-anchor="middle">
            {number}
          </text>
        </>
      ))}
    </g>
  );
};
