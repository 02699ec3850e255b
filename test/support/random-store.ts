import type { Finding } from '../../src/model/finding.js';
import type { Store, StoreOptions } from '../../src/model/ports/store.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { buildDocument, SOME_REGION } from './document-builder.js';
import type { SeededRandom } from './seeded-random.js';

const REGIONS = [
  SOME_REGION,
  { code: '990203', name: '石桥县', province: '青禾省', city: '望山市' },
  { code: '980101', name: '北辰区', province: '白石省', city: null },
  null,
];
const DEPARTMENTS = ['水利局', '教育局', null];
const RULES = ['goal-differs', 'weights-irregular', 'summary-total-missing'];

/** A store, new and empty as it is opened, after a random sequence of imports, re-imports, removals, assignments, audits and links between versions. */
export async function randomStore(
  random: SeededRandom,
  acts: number,
  open: (path: string, options: StoreOptions) => Store = openSqliteStore,
): Promise<Store> {
  const store = open(':memory:', { now: () => new Date('2024-01-02T03:04:05Z') });
  const pick = <T>(from: readonly T[]): T => from[random.integer(0, from.length - 1)] as T;
  const stored = async (): Promise<{ sha256: string; id: number }[]> =>
    (await store.sql('SELECT sha256, id FROM documents ORDER BY id')).rows as {
      sha256: string;
      id: number;
    }[];

  const save = async (version: number): Promise<void> => {
    const disclosure = () => {
      const department = pick(DEPARTMENTS);
      const projects = Array.from({ length: random.integer(0, 3) }, () => ({
        name: pick(['河道清淤', '普法宣传', '护路']),
        wan: pick(['1.5', '2', '13', undefined]),
        annualGoal: pick(['开展普法宣传', '清淤 3 公里', undefined]),
        indicators: Array.from({ length: random.integer(0, 4) }, () => ({
          name: pick(['长度', '宣传次数', '满意度']),
          level2: pick(['数量指标', '质量指标']),
          parsed: { kind: pick(['number', 'text'] as const), quantity: pick(['3', '40', null]) },
        })),
      }));
      return {
        region: pick(REGIONS),
        year: pick([2022, 2023, null]),
        stage: pick(['budget', 'self-evaluation'] as const),
        department: department && `某地${department}`,
        departmentKey: department,
        projects,
      };
    };
    await store.save(
      buildDocument({
        path: `${random.integer(1, 6)}.txt`,
        readerVersion: String(version),
        printedDate: pick(['2023-01-01', '2023-03-01', null]),
        disclosures: Array.from({ length: random.integer(0, 3) }, disclosure),
      }),
    );
    await store.linkVersions();
  };

  const audit = async (): Promise<void> => {
    const findings = (await stored()).flatMap(({ sha256 }, n) =>
      Array.from({ length: random.integer(0, 4) }, (_, m) => findingOn(sha256, `${n}-${m}`, random)),
    );
    await store.saveRun({
      scope: {},
      documents: (await stored()).length,
      findings,
      rules: [],
      ruleset: '',
    });
  };

  for (let act = 1; act <= acts; act++) {
    const known = await stored();
    const { sha256 } = known.length > 0 ? pick(known) : { sha256: '' };
    const kind = random.next();
    if (sha256 === '' || kind < 0.6) await save(act);
    else if (kind < 0.7) await store.remove([sha256]);
    else if (kind < 0.85)
      await store.assign(sha256, { year: pick([2022, 2030]), region: pick(REGIONS) ?? undefined });
    else await audit();
  }
  return store;
}

function findingOn(document: string, name: string, random: SeededRandom): Finding {
  const severity = (['error', 'warning', 'note'] as const)[random.integer(0, 2)] ?? 'note';
  return {
    fingerprint: `${document.slice(0, 8)}-${name}`,
    matter: name,
    rule: RULES[random.integer(0, RULES.length - 1)] ?? '',
    ruleVersion: 1,
    severity,
    verdict: random.next() < 0.5 ? 'fail' : 'review',
    document,
    disclosure: random.integer(0, 2),
    project: null,
    field: name,
    parameters: {},
    message: `宣传 ${name}`,
    reported: null,
    expected: null,
    differenceFen: null,
    differenceShare: null,
    toleranceFen: null,
    formula: null,
    evidence: [],
  };
}
