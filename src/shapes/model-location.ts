import { defineRule } from '../core';
import type { NodeView, Report, Rule, RuleInfo, ViewId } from '../core';

/** A rule that says: the location of a model must name one version of it. */
export interface VersionedLocation extends Omit<RuleInfo, 'messages' | 'fix'> {
  readonly looksAt: readonly { readonly view: ViewId; readonly path: readonly string[] }[];
  /** Where the location stands below the place looked at. */
  readonly key?: readonly string[];
  /** True where something else at the place looked at fixes the version. */
  readonly fixedElsewhere?: (at: NodeView) => boolean;
  readonly examples: Rule['examples'];
}

const store = /^(?:gs|s3|https?|hdfs|webhdfs|abfss?|wasbs?):\/\//;
const moving = /^(?:latest|current|newest|live|prod|production|staging|champion)$/i;
const version =
  /^v?\d+(?:[._-]\d+)*$|^(?:version|ver|rev|run|build|step)[=._-]?\d|^[0-9a-f]{7,64}$|^\d{4}-?\d{2}-?\d{2}|[-_.@=]v?\d+(?:[.-]\d+)*$/i;

/** Makes the rule of a location without version; it looks at object stores and web addresses only. */
export function versionedLocation(spec: VersionedLocation): Rule {
  const { looksAt, key = [], fixedElsewhere, ...info } = spec;
  return defineRule({
    ...info,
    looksAt,
    messages: {
      moving: 'The model at "{value}" changes without this file: "{part}" names no version.',
      unversioned: 'The model at "{value}" is not pinned: no part of its path names a version.',
    },
    fix: { none: 'Only the author knows which version is meant.' },
    *check(at): Iterable<Report> {
      const value = at.text(...key);
      if (value.is !== 'known' || !store.test(value.value) || fixedElsewhere?.(at) === true) return;
      const parts = partsOf(value.value);
      const part = parts.find((text) => moving.test(text));
      if (part !== undefined) {
        yield { message: 'moving', data: { value: value.value, part }, span: value.span };
      } else if (!parts.some(isVersion)) {
        yield { message: 'unversioned', data: { value: value.value }, span: value.span, severity: 'info' };
      }
    },
  });
}

/** The parts of the path below bucket or host, without query and without the ending of a file. */
function partsOf(uri: string): readonly string[] {
  const path = uri.replace(/[?#].*$/, '').replace(/^\w+:\/\/[^/]*/, '');
  return path
    .split('/')
    .filter(Boolean)
    .map((part) =>
      part.replace(/\.(?:tar\.gz|tgz|zip|joblib|pkl|pickle|onnx|pt|pth|mar|bst|json|pmml|h5)$/i, ''),
    );
}

function isVersion(part: string): boolean {
  return version.test(part);
}
