import { nameOnDisk } from '../addresses/file-names.js';
import { hostOf } from '../addresses/web-address.js';
import {
  type AddressDone,
  type AddressEnding,
  COUNTED_ENDINGS,
  type CollectSummary,
  type CountedEnding,
  type HostFigures,
  type Trouble,
} from './collect-summary.js';

/** What is told of an address beside how it ended. */
interface Told {
  /** Of the file, or the title of the page. */
  name: string;
  reason?: string;
  bytes?: number;
}

/** What a collection counts, and tells as it goes. */
export class CollectTally {
  readonly totals = { pages: 0, foreseen: 0, passedOver: 0, duplicates: 0 };
  private readonly hosts = new Map<string, HostFigures>();
  private readonly troubles: Trouble[] = [];
  private waiting = 0;

  constructor(private readonly report?: (done: AddressDone) => void) {}

  /** One more address is known. */
  expect(): void {
    this.waiting++;
  }

  /** Something was asked for at an address. */
  asked(address: string): void {
    this.hostOf(address).asked++;
  }

  /** The host of an address is asked no more in this run. */
  stopped(address: string, reason: string): void {
    this.hostOf(address).stopped = reason;
  }

  notHad(trouble: Trouble): void {
    this.troubles.push(trouble);
  }

  /** Asking for an address has ended so: counted at its host, and told. */
  end(address: string, ending: CountedEnding, told: Told): void {
    this.hostOf(address)[ending]++;
    this.tell(address, ending, told);
  }

  /** Asking for an address has ended, which is told and not counted. */
  tell(url: string, ending: AddressEnding, { name, reason = '', bytes = 0 }: Told): void {
    this.waiting--;
    const host = { ...this.hostOf(url) };
    this.report?.({ url, ending, name: nameOnDisk(name), reason, bytes, host, waiting: this.waiting });
  }

  summary(): Pick<CollectSummary, 'hosts' | 'troubles' | keyof CollectTally['totals']> {
    return { hosts: [...this.hosts.values()], ...this.totals, troubles: this.troubles };
  }

  private hostOf(address: string): HostFigures {
    const host = hostOf(address);
    const known = this.hosts.get(host) ?? newFigures(host);
    this.hosts.set(host, known);
    return known;
  }
}

const newFigures = (host: string): HostFigures => ({
  host,
  asked: 0,
  stopped: null,
  ...(Object.fromEntries(COUNTED_ENDINGS.map((ending) => [ending, 0])) as Record<CountedEnding, number>),
});
