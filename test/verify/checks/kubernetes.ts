import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Check } from '../check';
import { publishedSchema } from '../custom-resource-schemas';
import { goProgram } from '../go-program';
import { absent, failed, judge, passed, skipped, type Outcome } from '../outcome';
import { workFolder } from '../places';
import { isMapping, textAt, textsAt } from '../plain-data';
import { filesLike, yamlDocuments, type Project, type YamlDocument } from '../project';
import { runCommand } from '../run-command';
import { strictSchema } from '../strict-schema';
import type { Workbench } from '../workbench';
import { isRecord } from './compliance-record';
import { pinOf, runTool } from './formats';

const everywhere = (): boolean => true;
const kustomizeModule = 'sigs.k8s.io/kustomize/kustomize/v5';
const kustomizeVersion = 'v5.7.1';

/** Objects of Kubernetes itself hold to its own schema, with no unknown field. */
export const kubernetesObjects: Check = {
  id: 'kubernetes',
  title: 'kubernetes-validate --strict',
  revision: 1,
  versions: () => [pinOf('kubernetes-validate')],
  appliesTo: everywhere,
  run: async (project, bench) => {
    const objects = objectsOf(project).filter((object) => isBuiltIn(object));
    const files = writeObjects(project, 'kubernetes', objects);
    return runTool(project, bench, 'kubernetes-validate', ['--strict', '--quiet'], files);
  },
};

/** Custom resources hold to the schema that their project publishes, with no unknown field. */
export const customResources: Check = {
  id: 'custom-resources',
  title: 'schemas of the custom resource definitions',
  revision: 1,
  versions: () => [pinOf('check-jsonschema')],
  appliesTo: everywhere,
  run: async (project, bench) => {
    const objects = objectsOf(project).filter((object) => !isBuiltIn(object) && !isKustomization(object));
    if (objects.length === 0) return absent('no such object');
    const outcomes = await Promise.all(objects.map((object) => validate(project, bench, object)));
    const failure = outcomes.find(({ is }) => is === 'failed');
    return failure ?? outcomes.find(({ is }) => is !== 'passed') ?? passed(`${objects.length} objects`);
  },
};

/** A kustomization names files that are there and builds, where kustomize is installed. */
export const kustomization: Check = {
  id: 'kustomize',
  title: 'kustomize build',
  revision: 1,
  versions: () => [`kustomize ${kustomizeVersion}`],
  appliesTo: everywhere,
  run: async (project) => {
    const files = filesLike(project, /(?:^|\/)kustomization\.yaml$/);
    const missing = objectsOf(project)
      .filter(isKustomization)
      .flatMap((object) => missingResources(project, object));
    if (missing.length > 0) return failed(`named, but not there: ${missing.join(', ')}`);
    const program = await goProgram('kustomize', kustomizeModule, kustomizeVersion);
    if (files.length === 0) return absent('no such file');
    if (program === undefined) return skipped('kustomize is not installed here and Go cannot build it');
    const built = await Promise.all(
      files.map((file) =>
        runCommand(program, ['build', join(project.folder, file, '..')], {
          cwd: project.folder,
          timeoutMs: 60_000,
        }),
      ),
    );
    return judge(
      built.find((ended) => ended.code !== 0) ?? { code: 0, output: '', timedOut: false },
      `${files.length} built`,
    );
  },
};

function objectsOf(project: Project): readonly YamlDocument[] {
  return yamlDocuments(project).filter(
    (document) => textAt(document.value, 'apiVersion') !== undefined && !isRecord(document),
  );
}

function isBuiltIn({ value }: YamlDocument): boolean {
  const group = (textAt(value, 'apiVersion') ?? '').split('/');
  const name = group.length > 1 ? (group[0] ?? '') : '';
  return name === '' || !name.includes('.') || (name.endsWith('.k8s.io') && !name.startsWith('kustomize.'));
}

function isKustomization({ value }: YamlDocument): boolean {
  return textAt(value, 'kind') === 'Kustomization';
}

function missingResources(project: Project, { path, value }: YamlDocument): readonly string[] {
  const folder = join(project.folder, path, '..');
  return textsAt(value, 'resources').filter((name) => !existsSync(join(folder, name)));
}

async function validate(project: Project, bench: Workbench, object: YamlDocument): Promise<Outcome> {
  const kind = textAt(object.value, 'kind') ?? '';
  const apiVersion = textAt(object.value, 'apiVersion') ?? '';
  const published = await publishedSchema(apiVersion, kind);
  if (published.is === 'unknown') return failed(`${object.path}: no schema of ${kind} in ${apiVersion}`);
  if (published.is === 'unavailable') return skipped(`${object.path}: ${published.reason}`);
  const folder = join(workFolder, 'schemas');
  mkdirSync(folder, { recursive: true });
  const schema = join(folder, `${kind.toLowerCase()}-${apiVersion.replace('/', '-')}.json`);
  writeFileSync(schema, JSON.stringify(strictSchema(published.schema)));
  const files = writeObjects(project, 'custom', [object]);
  return runTool(project, bench, 'check-jsonschema', ['--schemafile', schema], files);
}

function writeObjects(project: Project, group: string, objects: readonly YamlDocument[]): readonly string[] {
  const folder = join(workFolder, 'objects', project.component.id, project.case.name, group);
  mkdirSync(folder, { recursive: true });
  return objects.map(({ path, value }) => {
    const name =
      isMapping(value) && isMapping(value['metadata']) ? textAt(value['metadata'], 'name') : undefined;
    const kind = textAt(value, 'kind') ?? 'object';
    const file = join(folder, `${path.replaceAll('/', '-')}-${kind}-${name ?? 'unnamed'}.yaml`);
    // Written as YAML 1.1, which is how Kubernetes reads it.
    writeFileSync(file, stringify(value, { version: '1.1' }));
    return file;
  });
}
