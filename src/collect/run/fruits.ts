/** Which addresses of a list led to something: to files, or to what could not be looked through to its end. */
export class Fruits {
  private readonly counts = new Map<string, number>();

  begin(seed: string): void {
    this.counts.set(seed, 0);
  }

  bear(seed: string): void {
    const count = this.counts.get(seed);
    if (count !== undefined) this.counts.set(seed, count + 1);
  }

  /** Not all that it leads to was seen: nothing is said of it. */
  spare(seed: string): void {
    this.counts.delete(seed);
  }

  /** Addresses that led to nothing, all that is behind them having been looked through. */
  barren(): string[] {
    return [...this.counts].flatMap(([address, count]) => (count === 0 ? [address] : []));
  }
}
