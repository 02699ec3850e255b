import type { CheckoutCopy } from './checkout-copy.js';

/** One change of a row of “我要加……” in ARCHITECTURE.md, made as the row says. */
export interface Example {
  /** First cell of its row. */
  row: string;
  /** Makes the change in a copy of the checkout. */
  change(copy: CheckoutCopy): void;
  /** In the copy: throws unless the thing works there. */
  probe(): Promise<void>;
}
