import { known } from '../../../core';
import { duty } from '../duty';
import { path, record } from '../example-records';

export default duty({
  id: 'compliance/require-content-marking',
  catalogue: ['aiact-synthetic-content-not-marked'],
  law: 'ai-act-transparency',
  article: 'Art. 50(2)',
  summary: 'The record of a system that generates content names no marking.',
  why: 'Generated audio, images, video and text must be marked in a machine-readable way; systems that were on the market before 2 August 2026 had until 2 December 2026.',
  remedy: 'Say in `aiAct.transparency.machineReadableMarking` how outputs are marked.',
  when: (record) => known(record.boolean('spec', 'aiAct', 'generatesContent')) === true,
  needs: [['spec', 'aiAct', 'transparency', 'machineReadableMarking']],
  lacks: 'no machine-readable marking of what this system generates',
  examples: {
    bad: [
      { path, text: record('  «aiAct»: { generatesContent: true } # images\n') },
      { path, text: record('  aiAct: { generatesContent: true, «transparency»: { disclosure: banner } }\n') },
      {
        path,
        text: record('  «aiAct»: { generatesContent: true }\n'),
        today: '2026-08-01',
        severity: 'info',
      },
    ],
    good: [
      {
        path,
        text: record('  aiAct: { generatesContent: true, transparency: { machineReadableMarking: c2pa } }\n'),
      },
      { path, text: record('  aiAct: { generatesContent: false }\n') },
      { path, text: record('  aiAct: { riskClass: limited }\n') },
      { path, text: record('  aiAct: { generatesContent: true }\n', 'UK') },
    ],
  },
});
