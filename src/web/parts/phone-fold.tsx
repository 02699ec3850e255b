import type { FC } from 'hono/jsx';

/** On a phone, forms of the class `folded` and counts by value are out of the way until this is ticked; elsewhere it is not there. */
export const PhoneFold: FC<{ title?: string }> = ({ title = '筛选与分类' }) => (
  <label class="fold-switch">
    <input type="checkbox" id="unfolded" />
    {title}
  </label>
);
