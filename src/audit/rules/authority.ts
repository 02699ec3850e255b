/** What a rule rests on; `source` names the law, the guidance or the arithmetic. */
export interface Authority {
  kind: 'law' | 'guidance' | 'arithmetic';
  source: string;
}

/** Documents several rules rest on, by their number. */
const DOCUMENTS = {
  '财预〔2015〕88号': '《中央部门预算绩效目标管理办法》',
  '财预〔2020〕10号': '《项目支出绩效评价管理办法》',
  '财预〔2021〕101号': '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》',
};

export const law = (source: string): Authority => ({ kind: 'law', source });

export const arithmetic = (source: string): Authority => ({ kind: 'arithmetic', source });

/** @param document number of the document that asks for it; none where it is good practice, or named in `asked` */
export const guidance = (asked: string, document?: keyof typeof DOCUMENTS): Authority => ({
  kind: 'guidance',
  source: document ? `${DOCUMENTS[document]}（${document}）：${asked}` : asked,
});
