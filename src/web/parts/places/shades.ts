/** A class of values that have one shade, both ends included; each end is a value there is. */
export interface ShadeClass {
  from: number;
  to: number;
}

/** More shades than this are not told apart. */
const MOST_CLASSES = 4;

/**
 * Classes of the values above 0, about as many different values in each, from the lightest to the darkest; the same value is
 * always in one class. 0 has a shade of its own.
 */
export function shadeClasses(values: readonly number[]): ShadeClass[] {
  const different = [...new Set(values)].filter((value) => value > 0).sort((a, b) => a - b);
  const count = Math.min(MOST_CLASSES, different.length);
  return Array.from({ length: count }, (_, n) => {
    const own = different.slice(
      Math.round((n * different.length) / count),
      Math.round(((n + 1) * different.length) / count),
    );
    return { from: own[0] ?? 0, to: own.at(-1) ?? 0 };
  });
}

/** Name of the style of a value: `shade-0` … `shade-4`; the darkest is always for the largest values. */
export function shadeOf(value: number, classes: readonly ShadeClass[]): string {
  if (value <= 0) return 'shade-0';
  const index = classes.findIndex(({ to }) => value <= to);
  return shadeName(index < 0 ? classes.length - 1 : index, classes);
}

/** @param index of a class among `classes` */
export const shadeName = (index: number, classes: readonly ShadeClass[]): string =>
  `shade-${MOST_CLASSES - classes.length + index + 1}`;
