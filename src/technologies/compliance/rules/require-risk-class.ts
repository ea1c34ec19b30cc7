import { recordCheck } from '../duty';
import { path, record } from '../example-records';

const classes = ['prohibited', 'high-risk', 'limited', 'not-high-risk'];

export default recordCheck({
  id: 'compliance/require-risk-class',
  catalogue: ['aiact-missing-risk-class'],
  law: 'ai-act-general',
  article: 'Art. 6',
  summary: 'The record of a system used in the Union has no risk class.',
  why: 'Every other duty of the AI Act hangs on the class; without it nobody knows which documents are owed.',
  remedy: 'Set `aiAct.riskClass` to `prohibited`, `high-risk`, `limited` or `not-high-risk`.',
  messages: {
    missing: 'The record tells no risk class though it names the EU',
    unknown: 'The risk class "{value}" is none of prohibited, high-risk, limited and not-high-risk',
  },
  *check(document) {
    const value = document.text('spec', 'aiAct', 'riskClass');
    if (value.is === 'absent' && document.has('spec', 'jurisdictions'))
      yield { message: 'missing', span: value.anchor };
    if (value.is === 'known' && !classes.includes(value.value))
      yield { message: 'unknown', data: { value: value.value }, span: value.span };
  },
  examples: {
    bad: [
      { path, text: record('  «aiAct»: { role: deployer } # ours\n', 'UK, EU'), message: 'missing' },
      { path, text: record('  intendedPurpose: fraud\n').replace('spec', '«spec»'), message: 'missing' },
      { path, text: record('  aiAct: { riskClass: «low» }\n'), message: 'unknown' },
    ],
    good: [
      ...['prohibited', 'high-risk', 'limited', 'not-high-risk'].map((name) => ({
        path,
        text: record(`  aiAct: { riskClass: ${name} }\n`),
      })),
      { path, text: record('  aiAct: { role: deployer }\n', 'UK') },
      { path, text: record('  aiAct: { riskClass: "${RISK}" }\n') },
      { path, text: record('  aiAct: { role: deployer }\n').replace('  jurisdictions: [EU]\n', '') },
    ],
  },
});
