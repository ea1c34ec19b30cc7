import { duty } from '../duty';
import { path, record } from '../example-records';

export default duty({
  id: 'compliance/require-literacy-programme',
  catalogue: ['aiact-no-literacy-record'],
  severity: 'info',
  law: 'ai-act-general',
  article: 'Art. 4',
  summary: 'The record names no programme for AI literacy.',
  why: 'Providers and deployers take measures so that their people understand the AI systems that they work with; what is not recorded cannot be shown.',
  remedy: 'Name the programme in `aiAct.literacy.programme`.',
  when: (record) => record.has('spec', 'jurisdictions') && record.has('spec', 'aiAct'),
  needs: [['spec', 'aiAct', 'literacy', 'programme']],
  lacks: 'no programme for AI literacy',
  examples: {
    bad: [
      { path, text: record('  «aiAct»: { riskClass: limited } # ours\n') },
      { path, text: record('  aiAct: { riskClass: limited, «literacy»: { owner: hr } }\n', 'UK, EU') },
    ],
    good: [
      { path, text: record('  aiAct: { literacy: { programme: hr-12 } }\n') },
      { path, text: record('  aiAct: { riskClass: limited }\n', 'UK') },
      { path, text: record('  gdpr: { personalData: false }\n') },
      { path, text: record('  aiAct: { riskClass: limited }\n').replace('  jurisdictions: [EU]\n', '') },
    ],
  },
});
