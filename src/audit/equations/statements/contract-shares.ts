import type Big from 'big.js';
import type { Said } from '../../../model/statement.js';
import { type FenRange, rangeOf } from '../../figures/change-rate.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { halfPlace } from '../../figures/intervals.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { saidFigure } from './said-facts.js';

/** What was bought, as the annual report on procurement parts it. */
const GOODS = ['货物', '工程', '服务'] as const;

/** Contracts given to small and medium companies: their sum, and what the shares of each kind of purchase make of it. */
export interface ContractShares {
  total: Figure;
  /** Spending on kinds no share is printed of, other than nothing: how much of it went to small companies is open. */
  unshared: Figure[];
  /** By what the shares are of. */
  shares: { name: string; figure: string; spent: Figure }[];
  /** Σ share × spending in fen, from none of the unshared spending to all of it. */
  computed: FenRange;
}

/**
 * 货物采购授予中小企业合同金额占货物支出金额的9.16%，…: every share with the spending it is of, and the amount of all contracts.
 * Null where a share or an amount is missing, or one is said twice.
 */
export function contractShares(disclosure: DisclosureSubject): ContractShares | null {
  const { said } = disclosure.disclosure;
  const totals = said.filter(
    ({ subject, money }) => money && /^授予中小(微)?企业(的)?合同(总)?(金)?额$/.test(subject),
  );
  const total = onlyFigure(totals, disclosure);
  const range = total && rangeOf(total);
  if (!total || !range) return null;
  const kinds = GOODS.map((name) => ({
    name,
    spent: onlyFigure(
      said.filter(({ subject, money }) => money && new RegExp(`^政府采购${name}(类)?(支出)?$`).test(subject)),
      disclosure,
    ),
    shares: said.filter(
      ({ subject, percent, sentence }) =>
        percent?.of === 'share' &&
        subject.startsWith(`${name}采购授予中小`) &&
        new RegExp(`${name}(采购)?支出(金额|总额)?的?`).test(sentence.replace(/\s+/g, '')),
    ),
  }));
  const shares = kinds.flatMap(({ name, spent, shares: own }) =>
    spent && own.length === 1 ? [{ name, figure: own[0]?.percent?.figure ?? '', spent }] : [],
  );
  const spent = kinds.flatMap((kind) => kind.spent ?? []);
  if (spent.length < GOODS.length || shares.length < 2) return null;
  if (kinds.some((kind) => kind.shares.length > 1)) return null;
  const unknown = kinds.filter((kind) => kind.shares.length === 0).flatMap((kind) => kind.spent ?? []);
  const high = (figure: Figure): Big => (rangeOf(figure) ?? range).high;
  const parts = shares.flatMap((share) => productOf(share) ?? []);
  if (parts.length < shares.length) return null;
  return {
    total,
    unshared: unknown.filter((figure) => fenOf(figure) !== 0),
    shares,
    computed: {
      low: parts.reduce((sum, { low }) => sum.plus(low), NOTHING),
      high: [...parts.map((part) => part.high), ...unknown.map(high)].reduce(
        (sum, each) => sum.plus(each),
        NOTHING,
      ),
    },
  };
}

const NOTHING = halfPlace(0).times(0);

function productOf({ figure, spent }: ContractShares['shares'][number]): FenRange | null {
  const range = rangeOf(spent);
  if (!range) return null;
  const slack = halfPlace(figure.split('.')[1]?.length ?? 0);
  const [low, high] = [slack.times(-1).plus(figure), slack.plus(figure)];
  return { low: range.low.times(low).div(100), high: range.high.times(high).div(100) };
}

function onlyFigure(said: Said[], disclosure: DisclosureSubject): Figure | null {
  const [only, another] = said;
  return only && !another ? saidFigure(only, only.money, disclosure) : null;
}
