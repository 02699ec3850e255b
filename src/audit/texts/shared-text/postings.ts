/** Fingerprints in more passages than this are set phrases. */
const COMMON = 60;

/** Longer passages are indexed up to here. */
const LONGEST = 65_536;

interface Posting {
  passage: number;
  at: number;
}

/** Where each fingerprint was met, one number a place, for there are millions of them. */
export class Postings {
  readonly #places = new Map<number, number | number[]>();

  /** The places of a fingerprint; none of one so common that it says nothing. */
  of(hash: number): Posting[] {
    const known = this.#places.get(hash);
    if (known === undefined) return [];
    const places = typeof known === 'number' ? [known] : known;
    if (places.length > COMMON) return [];
    return places.map((place) => ({ passage: Math.floor(place / LONGEST), at: place % LONGEST }));
  }

  add(hash: number, passage: number, at: number): void {
    if (at >= LONGEST) return;
    const place = passage * LONGEST + at;
    const known = this.#places.get(hash);
    if (known === undefined) this.#places.set(hash, place);
    else if (typeof known === 'number') this.#places.set(hash, [known, place]);
    else if (known.length <= COMMON) known.push(place);
  }
}
