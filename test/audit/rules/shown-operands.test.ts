import { describe, expect, it } from 'vitest';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const share = (kind: string, printed: string) => ({
  subject: `${kind}采购授予中小企业合同金额`,
  percent: [printed, 'share'] as [string, 'share'],
  sentence: `${kind}采购授予中小企业合同金额占${kind}支出金额的${printed}%。`,
});

async function contracts(total: string, works: string) {
  const document = buildDocument({
    said: [
      { subject: '政府采购货物支出', amount: '200.00万元' },
      { subject: '政府采购工程支出', amount: works },
      { subject: '政府采购服务支出', amount: '800.00万元' },
      { subject: '授予中小企业合同金额', amount: total },
      share('货物', '20'),
      share('服务', '80'),
    ],
  });
  const { findings } = await runAudit(sourceOf([document]));
  return findings.find(({ rule }) => rule === 'narrative-share-differs');
}

describe('a sum of shares', () => {
  it('is that of the terms shown, with the operands it names', async () => {
    const finding = await contracts('900.00万元', '0万元');
    expect(finding?.message).toContain('推算为680万元（200.00万元 × 20% + 800.00万元 × 80%）');
    expect(finding?.expected).toBe('680万元');
    expect(finding?.message).not.toContain('工程');
    expect(finding?.evidence).toHaveLength(3);
  });

  it('names spending without a share beside it, where all of it would not do', async () => {
    const finding = await contracts('900.00万元', '6.00万元');
    expect(finding?.message).toContain(
      '推算为680万元（200.00万元 × 20% + 800.00万元 × 80%），没有写占比的“政府采购工程支出”6.00万元全部计入也只有686万元',
    );
    expect(finding?.evidence).toHaveLength(4);
  });

  it('leaves it out where the sum is more without it', async () => {
    const finding = await contracts('500.00万元', '6.00万元');
    expect(finding?.message).not.toContain('工程');
    expect(finding?.evidence).toHaveLength(3);
  });

  it('is silent where the spending without a share makes the difference', async () => {
    expect(await contracts('684.00万元', '6.00万元')).toBeUndefined();
  });
});
