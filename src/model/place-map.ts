import type { PlaceFigures } from './published-place.js';

/** A place on a map of what was disclosed. */
export interface MappedPlace {
  /** null: it has no code of its own, as development zones. */
  code: string | null;
  name: string;
  /** null: the store has nothing of it for the year. */
  figures: PlaceFigures | null;
}

/** A province with what it and all places below it disclosed, and where its square stands; column and row from 1. */
export interface MappedProvince extends MappedPlace {
  short: string;
  column: number;
  row: number;
}

export interface CountryMap {
  year: number;
  provinces: MappedProvince[];
  /** Provinces that have no square. */
  others: MappedPlace[];
  /** What belongs to no province: national departments, and what has no region; null: nothing does. */
  unplaced: PlaceFigures | null;
}

/** The places of county rank below one city, or directly below the province. */
export interface PlaceGroup {
  name: string;
  /** Code of the city; null where the group is no city. */
  code: string | null;
  /** The city itself, its own level; null where it has nothing. */
  city: MappedPlace | null;
  /** Those of the official list and others with something, by code. */
  places: MappedPlace[];
}
