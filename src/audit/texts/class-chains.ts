/** 类, 款 and 项 as a text names them one behind the other: 教育支出（类）职业教育（款）中等职业教育（项）. */
export interface ClassChain {
  /** Without white space. */
  printed: string;
  类: string;
  款: string;
  /** Null where the chain ends with the 款. */
  项: string | null;
}

const NAME = '((?:[\\p{Script=Han}、]|\\((?![类款项])[^()]{1,8}\\)){2,30}?)';
const level = (name: string): string => `\\(${name}级?\\)(?:支出)?[—-]*`;
const CHAIN = new RegExp(`${NAME}${level('类')}${NAME}${level('款')}(?:${NAME}\\(项级?\\))?`, 'gu');

/** The chains of classes in a text, in its order. What stands before the 类 without a stop is part of its name. */
export const classChains = (text: string): ClassChain[] =>
  [...text.normalize('NFKC').replace(/\s+/g, '').matchAll(CHAIN)].map(
    ([printed, first = '', second = '', third]) => ({
      printed,
      类: first,
      款: second,
      项: third ?? null,
    }),
  );
