import { known } from '../../../core';
import { duty } from '../duty';
import { path, record } from '../example-records';

export default duty({
  id: 'compliance/require-chatbot-disclosure',
  catalogue: ['aiact-chatbot-no-disclosure'],
  law: 'ai-act-transparency',
  article: 'Art. 50(1)',
  summary: 'The record of a system that talks with people names no disclosure.',
  why: 'People must be told that they deal with an AI system, unless that is obvious.',
  remedy: 'Say in `aiAct.transparency.disclosure` where and how people are told.',
  when: (record) => known(record.boolean('spec', 'aiAct', 'interactsWithPersons')) === true,
  needs: [['spec', 'aiAct', 'transparency', 'disclosure']],
  lacks: 'no disclosure to people who talk with this system',
  examples: {
    bad: [
      { path, text: record('  «aiAct»: { interactsWithPersons: true } # chat\n') },
      {
        path,
        text: record(
          '  aiAct: { interactsWithPersons: true, «transparency»: { machineReadableMarking: c2pa } }\n',
        ),
      },
      {
        path,
        text: record('  «aiAct»: { interactsWithPersons: true }\n'),
        today: '2026-08-01',
        severity: 'info',
      },
    ],
    good: [
      {
        path,
        text: record(
          '  aiAct: { interactsWithPersons: true, transparency: { disclosure: banner in the chat } }\n',
        ),
      },
      { path, text: record('  aiAct: { interactsWithPersons: false }\n') },
      { path, text: record('  aiAct: { riskClass: limited }\n') },
      { path, text: record('  aiAct: { interactsWithPersons: true }\n', 'UK') },
    ],
  },
});
