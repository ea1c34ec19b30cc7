import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { imageVersion } from '../../../shapes/container-image';
import { customResources } from '../documentation';
import { deployment, job } from '../example-text';
import { flinkImages } from '../images';

const start = job('stateless');

export default defineRule({
  id: 'flink/no-version-mismatch',
  catalogue: ['flink-version-image-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The image runs another Flink than the deployment says.',
  why: 'The operator picks configuration, REST calls and upgrade behaviour by flinkVersion; with another Flink in the image savepoints, scaling and state handling go wrong in ways that show late.',
  remedy: 'Set `flinkVersion` to the version of the image.',
  references: [customResources],
  messages: { mismatch: 'The image is Flink {image}, but flinkVersion is {value}.' },
  fix: 'review',
  looksAt: [{ view: 'flink/deployment-spec', path: [] }],
  *check(at): Iterable<Report> {
    const version = at.text('flinkVersion');
    const image = at.text('image');
    if (version.is !== 'known' || image.is !== 'known') return;
    const claimed = /^v(\d+)_(\d+)$/.exec(version.value);
    const tagged = imageVersion(image.value, flinkImages);
    if (!claimed || !tagged || tagged.line === `${claimed[1]}.${claimed[2]}`) return;
    const wanted = `v${tagged.line.replace('.', '_')}`;
    const fix = at.fix('review', `Set flinkVersion to ${wanted}`, at.set(['flinkVersion'], wanted));
    const related = [{ message: `Flink ${tagged.version}`, span: image.span }];
    const data = { image: tagged.version, value: version.value };
    yield { message: 'mismatch', data, span: version.span, fix, related };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment('', start, '«v1_20» # old'),
        fixed: deployment('', start, 'v2_2 # old'),
      },
      {
        path: 'features.yaml',
        text: deployment('', start, '«v2_1»').replace('flink:2.2.1', 'apache/flink:2.2.1-scala_2.12-java17'),
        fixed: deployment('', start, 'v2_2').replace('flink:2.2.1', 'apache/flink:2.2.1-scala_2.12-java17'),
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment('', start) },
      {
        path: 'features.yaml',
        text: deployment('', start, 'v1_20').replace('flink:2.2.1', 'ours/features:2.2.1'),
      },
      { path: 'features.yaml', text: deployment('', start, 'v1_20').replace('flink:2.2.1', 'flink:${TAG}') },
      { path: 'features.yaml', text: deployment('', start, 'v1_20').replace('flink:2.2.1', 'flink:java17') },
      { path: 'features.yaml', text: deployment('', start, '"${VERSION}"') },
    ],
  },
});
