/** Where an item stands: the smaller first, part by part; at most four parts. */
export type PilePlace = readonly (string | number)[];

/** Items out of memory, given back by their places, those of one place as they came; each time from the first on. To be closed. */
export interface Pile<T> extends Iterable<T> {
  add(items: readonly T[]): void;
  close(): void;
}

/** @param placeOf where an item stands; items come back as copies: data, sets and maps among them, no functions */
export type OpenPile = <T>(placeOf: (item: T) => PilePlace) => Pile<T>;
