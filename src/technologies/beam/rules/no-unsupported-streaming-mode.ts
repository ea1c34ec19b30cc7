import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { flexTemplates, streamingModes } from '../documentation';
import { metadata } from '../example-text';

const mode = '"defaultStreamingMode": "EXACTLY_ONCE"';
const supported = '"supportsAtLeastOnce": true, "supportsExactlyOnce": true';

export default defineRule({
  id: 'beam/no-unsupported-streaming-mode',
  catalogue: ['dataflow-flex-streaming-mode-invalid'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A template has a default mode, but does not support both modes.',
  why: 'A default is a choice between two: Dataflow takes it only where the template says that it can do both.',
  remedy: 'Set `supportsAtLeastOnce` and `supportsExactlyOnce` to true, or leave the default out.',
  references: [flexTemplates, streamingModes],
  messages: { default: 'A default mode is valid only where both modes are supported; {key} is not true.' },
  fix: 'review',
  looksAt: [{ view: 'beam/template-metadata', path: [] }],
  *check(at): Iterable<Report> {
    const chosen = at.text('defaultStreamingMode');
    if (chosen.is !== 'known' || chosen.value === 'UNSPECIFIED') return;
    for (const key of ['supportsAtLeastOnce', 'supportsExactlyOnce']) {
      const value = at.boolean(key);
      if (value.is === 'unknown' || value.is === 'invalid' || (value.is === 'known' && value.value)) continue;
      const fix = at.fix('review', `Set ${key} to true`, at.set([key], true));
      yield { message: 'default', data: { key }, span: value.is === 'known' ? value.span : chosen.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'metadata.json',
        text: metadata(`, "supportsAtLeastOnce": true, "defaultStreamingMode": «"EXACTLY_ONCE"»`),
        fixed: metadata(`, "supportsAtLeastOnce": true, ${mode}, "supportsExactlyOnce": true`),
      },
      {
        path: 'metadata.json',
        text: metadata(`, "supportsAtLeastOnce": «false», "supportsExactlyOnce": true, ${mode}`),
        fixed: metadata(`, ${supported}, ${mode}`),
      },
    ],
    good: [
      { path: 'metadata.json', text: metadata(`, ${supported}, ${mode}`) },
      { path: 'metadata.json', text: metadata(', "supportsAtLeastOnce": true') },
      { path: 'metadata.json', text: metadata(', "defaultStreamingMode": "UNSPECIFIED"') },
    ],
  },
});
