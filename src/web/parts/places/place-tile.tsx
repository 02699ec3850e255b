import type { FC } from 'hono/jsx';
import type { MappedPlace } from '../../../model/place-map.js';
import { pageLink } from '../../links.js';
import type { Changes } from '../../list-query.js';
import {
  describeFigures,
  describePlace,
  MEASURE_TEXT,
  measured,
  PLACE_MEASURES,
  type PlaceMeasure,
  showMeasure,
} from './measures.js';
import { type ShadeClass, shadeClasses, shadeName, shadeOf } from './shades.js';

/** How places are shaded, and where each leads. */
export interface Shading {
  measure: PlaceMeasure;
  year: number;
  classes: readonly ShadeClass[];
  /** One of the places has 0; one of them nothing that can be told; one of them nothing at all. */
  hasZero: boolean;
  hasUntold: boolean;
  hasNothing: boolean;
}

/** The shading that tells these places apart. */
export function shadingOf(measure: PlaceMeasure, year: number, places: readonly MappedPlace[]): Shading {
  const values = places.flatMap(({ figures }) => (figures ? [measured(measure, figures).value] : []));
  const told = values.filter((value) => value !== null);
  return {
    measure,
    year,
    classes: shadeClasses(told),
    hasZero: told.includes(0),
    hasUntold: told.length < values.length,
    hasNothing: values.length < places.length,
  };
}

/** A place as a square that leads to it, shaded by what it has; without anything it is empty, where nothing can be told it is hatched. */
export const PlaceTile: FC<{ place: MappedPlace; short?: string; shading: Shading }> = ({
  place: { code, name, figures },
  short = name,
  shading: { measure, year, classes },
}) => {
  const { value, shown } = figures ? measured(measure, figures) : { value: null, shown: '' };
  const shade = figures === null ? 'nothing' : value === null ? 'untold' : shadeOf(value, classes);
  return (
    <a
      class={`place ${shade}`}
      href={pageLink('/coverage', { region: code ?? name, year, by: shownBy(measure) })}
      title={describePlace(name, figures)}
    >
      <b>{short}</b>
      <span aria-hidden="true">{shown}</span>
      <span class="hidden">：{describeFigures(figures)}</span>
    </a>
  );
};

/** What the shades mean. */
export const ShadeLegend: FC<{ shading: Shading }> = ({
  shading: { measure, classes, hasZero, hasUntold, hasNothing },
}) => {
  const { title, unit, meaning } = MEASURE_TEXT[measure];
  return (
    <>
      <ul class="legend" aria-label={`图例：${title}`}>
        {classes.map(({ from, to }, index) => (
          <li>
            <span class={`swatch ${shadeName(index, classes)}`} />
            {from === to
              ? showMeasure(measure, from)
              : `${showMeasure(measure, from)}—${showMeasure(measure, to)}`}
            {index === classes.length - 1 && ` ${unit}`}
          </li>
        ))}
        {hasZero && (
          <li>
            <span class="swatch shade-0" />0
          </li>
        )}
        {hasUntold && (
          <li>
            <span class="swatch untold" />
            {measure === 'money' ? '没有印出' : '没有核查，或项目太少'}
          </li>
        )}
        {hasNothing && (
          <li>
            <span class="swatch nothing" />
            库中没有
          </li>
        )}
      </ul>
      <p class="soft">
        {meaning}。{hasNothing && '库中没有的，可能是没有公开，也可能是没有导入。'}
      </p>
    </>
  );
};

/** Links that choose what the places are shaded by. */
export const MeasureTabs: FC<{ path: string; given: Changes; measure: PlaceMeasure }> = ({
  path,
  given,
  measure,
}) => (
  <ul class="tabs" aria-label="按什么着色">
    {PLACE_MEASURES.map((each) => (
      <li>
        <a
          href={pageLink(path, { ...given, by: shownBy(each) })}
          aria-current={each === measure ? 'page' : undefined}
        >
          {MEASURE_TEXT[each].title}
        </a>
      </li>
    ))}
  </ul>
);

/** The first measure is what is shown unasked. */
const shownBy = (measure: PlaceMeasure): PlaceMeasure | null =>
  measure === PLACE_MEASURES[0] ? null : measure;
