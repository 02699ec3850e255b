import type { FC } from 'hono/jsx';
import type { Severity } from '../../../model/facts/severities.js';
import { SEVERITIES, SEVERITY_TITLES } from '../../../model/facts/severities.js';
import { RULE_SCOPE_TITLES, TOLERANCE_TITLES } from '../../../model/finding.js';
import { nameRule } from '../../../report/name-rule.js';
import { showTime } from '../../../report/show-time.js';
import { pageLink } from '../../links.js';
import { showCount } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';
import type { DescribedRule, RuleAnswers } from './read-rules.js';

export const RulesView: FC<{ site: Site; rules: readonly DescribedRule[] }> = ({ site, rules }) => (
  <PageFrame site={site} title="核查规则" styles={['rules.css']}>
    <p class="soft">
      共 {rules.length} 条。规则只说明印了什么、与什么对不上；每一条都写明依据和可能的合理解释。
    </p>
    <nav aria-label="目录">
      {SEVERITIES.map((severity) => (
        <details class="rule-index">
          <summary>
            {SEVERITY_TITLES[severity]}（{ofSeverity(rules, severity).length} 条）
          </summary>
          <ul>
            {ofSeverity(rules, severity).map(({ rule, findings }) => (
              <li>
                <a href={`#${rule.id}`}>{rule.title}</a>
                {findings > 0 && <span class="soft"> {showCount(findings)}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
    {SEVERITIES.map((severity) => (
      <section aria-labelledby={`severity-${severity}`}>
        <h2 id={`severity-${severity}`}>最高程度：{SEVERITY_TITLES[severity]}</h2>
        {ofSeverity(rules, severity).map((each) => (
          <RuleText described={each} />
        ))}
      </section>
    ))}
  </PageFrame>
);

const ofSeverity = (rules: readonly DescribedRule[], severity: Severity): DescribedRule[] =>
  rules.filter(({ rule }) => rule.severity === severity);

const RuleText: FC<{ described: DescribedRule }> = ({ described: { rule, findings, answers } }) => (
  <article class="rule" id={rule.id}>
    <h3>{rule.title}</h3>
    <p>{rule.why}</p>
    <dl class="facts">
      <dt>比较</dt>
      <dd>{rule.formula}</dd>
      <dt>依据</dt>
      <dd>{rule.authority.source}</dd>
      <dt>容差</dt>
      <dd>{TOLERANCE_TITLES[rule.tolerance]}</dd>
      <dt>范围</dt>
      <dd>{RULE_SCOPE_TITLES[rule.scope]}</dd>
      <dt>规则</dt>
      <dd>
        {nameRule(rule)}，第 {rule.version} 版
      </dd>
      <dt>现有疑点</dt>
      <dd>
        {findings === 0 ? (
          '没有'
        ) : (
          <a href={pageLink('/findings', { rule: rule.id })}>{showCount(findings)} 条</a>
        )}
      </dd>
      <dt>最近一次</dt>
      <dd>{answers === null ? '还没有运行过' : <Answers answers={answers} />}</dd>
    </dl>
  </article>
);

const Answers: FC<{ answers: RuleAnswers }> = ({ answers }) => (
  <>
    {showTime(answers.at)}：相符 {showCount(answers.pass)}，不符 {showCount(answers.fail)}，需人工判断{' '}
    {showCount(answers.review)}，不适用 {showCount(answers.notApplicable)}，未能核查{' '}
    {showCount(answers.notEvaluated)}
    {answers.reasons.length > 0 && (
      <details>
        <summary>不适用、未能核查的原因</summary>
        <ul>
          {answers.reasons.map(({ reason, count }) => (
            <li>
              {reason}：{showCount(count)}
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
);
