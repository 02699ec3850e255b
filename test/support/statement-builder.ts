import type { Evidence } from '../../src/model/disclosure.js';
import type { Money } from '../../src/model/money.js';
import type {
  ColumnKind,
  LineRole,
  Said,
  Statement,
  StatementKind,
  StatementSide,
} from '../../src/model/statement.js';

export interface LinePlan {
  item: string;
  code?: string;
  level?: number;
  side?: StatementSide;
  role?: LineRole;
  /** As printed, one a column; null: blank. */
  figures: (string | null)[];
}

export interface StatementPlan {
  kind: StatementKind;
  title?: string;
  columns: [label: string, kind: ColumnKind][];
  lines: LinePlan[];
}

export interface SaidPlan {
  subject: string;
  sentence: string;
  /** In 万元. */
  wan?: string;
  count?: [figure: string, unit: string];
  percent?: string;
  aboutYear?: number;
}

/** Where a fixture puts what it prints. */
export interface FieldWriter {
  nextRow(): void;
  field(text: string, field: string): Evidence;
}

/** A statement in 万元, each of its cells written; a column of persons or codes holds no amounts. */
export function buildStatement(
  { kind, title = '', columns, lines }: StatementPlan,
  { id, block, money }: { id: number; block: number; money: (printed: string) => Money },
  writer: FieldWriter,
): Statement {
  writer.nextRow();
  const evidence = writer.field(title, 'statement.title');
  writer.nextRow();
  for (const [label] of columns) writer.field(label, 'statement.column');
  return {
    ...{ id, kind, title, evidence, unit: '万元', partial: false, blocks: [block] },
    blank: lines.every(({ figures }) => figures.every((each) => each === null)),
    columns: columns.map(([label, columnKind]) => ({ half: 0, side: null, label, kind: columnKind })),
    lines: lines.map(({ item, code, level, side, role, figures }) => {
      writer.nextRow();
      return {
        ...{
          half: 0,
          side: side ?? null,
          code: code ?? null,
          item,
          level: level ?? null,
          role: role ?? 'item',
        },
        evidence: writer.field(item, 'statement.item'),
        figures: figures.flatMap((printed, column) =>
          printed === null
            ? []
            : [
                {
                  column,
                  money: isText(columns[column]?.[1]) ? null : money(printed),
                  evidence: writer.field(printed, 'statement.figure'),
                },
              ],
        ),
      };
    }),
  };
}

const isText = (kind: ColumnKind | undefined): boolean => kind === 'person' || kind === 'item-code';

export function buildSaid(
  { subject, sentence, wan, count, percent, aboutYear }: SaidPlan,
  money: (printed: string) => Money,
  writer: FieldWriter,
): Said {
  writer.nextRow();
  return {
    subject,
    aboutYear: aboutYear ?? null,
    money: wan === undefined ? null : money(wan),
    code: null,
    within: null,
    heading: null,
    base: null,
    change: null,
    percent: percent === undefined ? null : { figure: percent, of: 'change', direction: 'up' },
    count: count ? { figure: count[0], unit: count[1] } : null,
    sentence,
    evidence: writer.field(sentence, 'said'),
  };
}
