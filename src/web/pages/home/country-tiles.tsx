import type { FC } from 'hono/jsx';
import type { CountryMap } from '../../../model/place-map.js';
import { pageLink } from '../../links.js';
import { showCount } from '../../parts/format-figures.js';
import { describePlace, type PlaceMeasure } from '../../parts/places/measures.js';
import { MeasureTabs, PlaceTile, ShadeLegend, shadingOf } from '../../parts/places/place-tile.js';
import type { Home } from './read-home.js';

/** The provinces as squares where they lie in the country, each leading to its cities and counties. */
export const CountryTiles: FC<{ map: CountryMap; years: Home['years']; measure: PlaceMeasure }> = ({
  map: { year, provinces, others, unplaced },
  years,
  measure,
}) => {
  const shading = shadingOf(measure, year, [...provinces, ...others]);
  return (
    <>
      <MeasureTabs path="/" given={{ year }} measure={measure} />
      <Years years={years} year={year} measure={measure} />
      <ul class="country" aria-label={`各省 ${year} 年`}>
        {provinces.map((province) => (
          <li class={`column-${province.column} row-${province.row}`}>
            <PlaceTile place={province} short={province.short} shading={shading} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <ul class="places" aria-label="其他地方">
          {others.map((place) => (
            <li>
              <PlaceTile place={place} shading={shading} />
            </li>
          ))}
        </ul>
      )}
      <ShadeLegend shading={shading} />
      {unplaced !== null && (
        <p class="soft">图上没有的：{describePlace('中央部门，或地区未定的', unplaced)}。</p>
      )}
    </>
  );
};

const Years: FC<{ years: Home['years']; year: number; measure: PlaceMeasure }> = ({
  years,
  year,
  measure,
}) => (
  <ul class="chips" aria-label="年度">
    {years.map((each) => (
      <li>
        <a
          href={pageLink('/', { year: each.year, by: measure })}
          aria-current={each.year === year ? 'page' : undefined}
          title={`${showCount(each.disclosures)} 份公开（一个部门一年一个阶段为一份）`}
        >
          {each.year} 年
        </a>
      </li>
    ))}
  </ul>
);
