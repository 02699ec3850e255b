import type { FC } from 'hono/jsx';

/** Where scripts ask for regions by a part of their name. */
export const REGIONS_PATH = '/regions';

/** A page that has such fields names this script, and shows one `RegionTitles`. */
export const REGION_SCRIPT = 'region-field.js';

const LIST = 'region-titles';

/** A region by code or name; scripts suggest titles as one types. */
export const RegionField: FC<{ label: string; placeholder?: string }> = ({
  label,
  placeholder = '如 430204 或 株洲市石峰区',
}) => (
  <label>
    {label}
    <input
      name="region"
      list={LIST}
      autocomplete="off"
      maxlength={60}
      placeholder={placeholder}
      data-regions={REGIONS_PATH}
    />
  </label>
);

/** What the fields of the page suggest. */
export const RegionTitles: FC = () => <datalist id={LIST} />;
