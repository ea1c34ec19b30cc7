import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import Handlebars from 'handlebars';
import { parse as parseYaml } from 'yaml';
import { sourceFiles, templateOf } from '../../fakes/templates';
import { settleAnswers } from '../../../src/scaffold/answers';
import { loadCases, runCase } from '../../../src/scaffold/cases';
import { parametrise, templateFromFolder } from '../../../src/scaffold/create-template';
import { computers, computeWith, emit, emitters } from '../../../src/scaffold/helpers';
import { checkTemplate, loadTemplate, type SourceFile } from '../../../src/scaffold/load-template';
import { parseProgram } from '../../../src/scaffold/parse-program';
import { precompileAll, precompiledModule } from '../../../src/scaffold/precompile';
import { renderTemplate } from '../../../src/scaffold/render';
import { describeProblem } from '../../../src/scaffold/result';
import { runProgram } from '../../../src/scaffold/run-program';
import { isTruthy, scopeOf, type Value } from '../../../src/scaffold/expression';
import type { Program } from '../../../src/scaffold/program';
import type { Template, TemplateFile } from '../../../src/scaffold/template';
import { symbolsOf } from '../../../src/scaffold/template-symbols';
import { templateSchema } from '../../../src/scaffold/template-schema';

const head = 'id: a/b\nversion: 1.0.0\ntitle: T\ndescription: D\n';
const topic = 'questions:\n  - { name: topic, type: text, title: Topic, default: x }\n';

function problems(files: Readonly<Record<string, string>>): string {
  return checkTemplate(sourceFiles(files)).problems.map(describeProblem).join('\n');
}

describe('a broken template', () => {
  const manifest = (more: string, file = '{{py topic}}') => ({
    'template.yaml': `${head}${more}`,
    'files/x.py.hbs': file,
  });
  const cases: readonly (readonly [what: string, files: Readonly<Record<string, string>>, says: string])[] = [
    ['no manifest', {}, 'template.yaml:1:1: The folder has no template.yaml.'],
    ['an empty manifest', { 'template.yaml': '' }, 'template.yaml:1:1: The file is empty.'],
    ['broken YAML', { 'template.yaml': 'id: [' }, 'template.yaml:1:6: '],
    [
      'an unknown key',
      manifest(`${topic}hooks: []\n`),
      'template.yaml:7:1: template.yaml has an unknown key "hooks".',
    ],
    [
      'a wrong version',
      { 'template.yaml': head.replace('1.0.0', '"1"') },
      'template.yaml:2:10: The version "1"',
    ],
    [
      'an unknown type',
      manifest(topic.replace('text', 'txt')),
      'template.yaml:6:26: type "txt" is not known.',
    ],
    ['no default', manifest(topic.replace(', default: x', '')), 'has no default that works'],
    [
      'a default that fails',
      manifest(topic.replace('default: x', 'default: x, validate: { minLength: 3 }')),
      'The default of "topic" is refused',
    ],
    [
      'an unknown format',
      manifest(topic.replace('default: x', 'default: x, validate: { format: nope }')),
      'There is no format "nope".',
    ],
    [
      'a pattern that runs for ever',
      manifest(topic.replace('default: x', "default: x, validate: { pattern: '(a+)+' }")),
      'repeats a group',
    ],
    [
      'a reserved name',
      manifest(topic.replace('name: topic', 'name: constructor')),
      '"constructor" cannot be the name',
    ],
    [
      'two questions of one name',
      manifest(`${topic}  - { name: topic, type: text, title: T, default: x }\n`),
      'two questions named "topic"',
    ],
    [
      'a wrong expression',
      manifest(`${topic}derived:\n  d: topic ==\n`),
      'template.yaml:8:14: derived d: The expression ends too early.',
    ],
    [
      'an unknown name in an expression',
      manifest(`${topic}derived:\n  d: topik\n`),
      'template.yaml:8:6: "topik" is not known here. Did you mean "topic"?',
    ],
    [
      'an unknown name in a file',
      manifest(topic, '\n  {{py topik}}'),
      'files/x.py.hbs:2:8: "topik" is neither a question nor derived. Did you mean "topic"?',
    ],
    ['an unused question', manifest(topic, 'x'), 'The question "topic" changes nothing'],
    [
      'a bare value',
      manifest(topic, '{{topic}}'),
      'files/x.py.hbs:1:1: "topic" is written without an emit helper.',
    ],
    ['three braces', manifest(topic, '{{{py topic}}}'), 'Write two braces'],
    ['an unknown helper', manifest(topic, '{{py (shell topic)}}'), 'There is no helper "shell".'],
    ['a partial', manifest(topic, '{{> x}}{{py topic}}'), 'Partials and decorators'],
    ['lookup', manifest(topic, '{{py (lookup topic "x")}}'), 'There is no helper "lookup".'],
    ['a member', manifest(topic, '{{py topic.constructor}}'), 'answers have none'],
    ['unclosed braces', manifest(topic, 'a\n{{#if topic}}'), 'files/x.py.hbs:2:'],
    [
      'a bare name inside each',
      manifest(
        topic.replace('type: text', 'type: list').replace('default: x', 'default: [x]'),
        '{{#each topic}}{{py topic}}{{/each}}',
      ),
      'Write ../topic.',
    ],
    [
      'a rule that matches nothing',
      manifest(`${topic}files:\n  - path: nope.txt\n`),
      'The file rule "nope.txt" matches no file.',
    ],
    [
      'an impossible condition',
      manifest(
        `questions:\n  - { name: topic, type: choice, title: T, options: [a, b], default: a }\nderived:\n  d: topic == 'c'\n`,
      ),
      '"topic" does not offer "c"',
    ],
    [
      'a secret in an open file',
      manifest(topic.replace('default: x', 'default: x, secret: true')),
      'The secret "topic" is used in a file that has no rule',
    ],
    [
      'a check without a message',
      manifest(topic.replace('default: x', "default: x, check: topic != 'y'")),
      'a check without a checkMessage',
    ],
  ];
  for (const [what, files, says] of cases)
    it(`with ${what} is told so, with line and column`, () => {
      const found = problems(files);
      assert.ok(found.includes(says), found || 'no problem was found');
    });

  it('with whatever cut short never throws', () => {
    const text = `${head}${topic}derived:\n  d: topic + 'x'\nfiles:\n  - { path: x.py.hbs, when: topic }\n`;
    const file = "{{#if (eq topic 'x')}}{{py topic}}{{else}}{{{{raw}}}}{{x}}{{{{/raw}}}}{{/if}}";
    for (let at = 0; at <= text.length; at++)
      problems({ 'template.yaml': text.slice(0, at), 'files/x.py.hbs': file });
    for (let at = 0; at <= file.length; at++)
      problems({ 'template.yaml': text, 'files/x.py.hbs': file.slice(0, at) });
  });
});

describe('answers', () => {
  const template = templateOf({
    'template.yaml': `${head}questions:
  - { name: kind, type: choice, title: Kind, options: [a, b], default: a }
  - { name: extra, type: text, title: Extra, default: e, when: kind == 'b', validate: { maxLength: 3 } }
  - { name: project, type: text, title: Project, default: My Project }
  - { name: package, type: text, title: Package, defaultFrom: snake(project), validate: { format: python-package } }
  - { name: least, type: number, title: Least, default: 1 }
  - { name: most, type: number, title: Most, default: 2, check: most >= least, checkMessage: Most is less than least. }
  - { name: token, type: text, title: Token, default: '', secret: true }
derived:
  full: concat(package, '-', kind, '-', extra)
files:
  - { path: env.hbs, rename: .env, secret: true }
`,
    'files/x.txt.hbs': '{{plain full}} {{plain least}} {{plain most}}',
    'files/env.hbs': 'TOKEN={{env token}}\n',
  });
  const settle = (given: Readonly<Record<string, unknown>>) => settleAnswers(template.manifest, given);

  it('are filled in from defaults and earlier answers', () => {
    const settled = settle({ project: 'Fraud-Detection' });
    assert.ok(settled.ok);
    assert.deepEqual(settled.value.answers, {
      kind: 'a',
      project: 'Fraud-Detection',
      package: 'fraud_detection',
      least: 1,
      most: 2,
    });
    assert.equal(settled.value.scope['full'], 'fraud_detection-a-e');
  });

  it('ignore what was not asked, and never keep a secret', () => {
    const settled = settle({ extra: 'zzz', token: 'hush' });
    assert.ok(settled.ok);
    assert.equal(settled.value.scope['extra'], 'e');
    assert.equal(settled.value.scope['token'], 'hush');
    assert.ok(!JSON.stringify(settled.value.answers).includes('hush'));
  });

  it('tell a mistake once, not again at each question that depends on it', () => {
    const settled = settle({ least: 'abc' });
    assert.ok(!settled.ok);
    assert.deepEqual(
      settled.problems.map(({ path }) => path),
      ['least'],
    );
  });

  for (const [what, given, says] of [
    ['a choice that is not offered', { kind: 'c' }, 'Kind (kind): One of these is expected: a, b.'],
    ['a text that is too long', { kind: 'b', extra: 'long' }, 'At most 3 characters'],
    ['a cross-field fault', { least: 5 }, 'Most is less than least.'],
    ['a fraction', { least: 1.5 }, 'whole number'],
    ['two lines', { project: 'a\nb' }, 'one line'],
    ['half a character', { project: '\ud800' }, 'half a character'],
    ['a computed default that fails', { project: '1' }, 'Package (package)'],
  ] as const)
    it(`refuse ${what}`, () => {
      const settled = settle(given);
      assert.ok(
        !settled.ok && settled.problems.some((problem) => problem.message.includes(says)),
        JSON.stringify(settled),
      );
    });
});

/** Handlebars itself with our helpers, as the oracle of the interpreter. */
function compileWithHandlebars(source: string): (context: object) => string {
  const oracle = Handlebars.create();
  const strip = (values: readonly unknown[]) => values.slice(0, -1) as Value[];
  for (const name of Object.keys(emitters))
    oracle.registerHelper(name, (...values: unknown[]) => emit(name, strip(values)));
  for (const name of Object.keys(computers))
    oracle.registerHelper(name, (...values: unknown[]) => computeWith(name, strip(values)));
  oracle.registerHelper('if', function (this: unknown, test: Value, options: Handlebars.HelperOptions) {
    return isTruthy(test) ? options.fn(this) : options.inverse(this);
  });
  oracle.registerHelper('unless', function (this: unknown, test: Value, options: Handlebars.HelperOptions) {
    return isTruthy(test) ? options.inverse(this) : options.fn(this);
  });
  oracle.registerHelper('raw', function (this: unknown, options: Handlebars.HelperOptions) {
    return options.fn(this);
  });
  return oracle.compile(source, { strict: true, noEscape: true });
}

describe('the interpreter', () => {
  const scope = scopeOf({
    topic: 'a"b',
    on: true,
    off: false,
    none: [],
    list: ['x', 'y'],
    count: 3,
    empty: '',
    inner: ['p', 'q'],
  });
  const sources = [
    'plain text\n{{py topic}}\n',
    '{{#if on}}\nyes\n{{else}}\nno\n{{/if}}\n',
    '{{#if off}}a{{else if on}}b{{else}}c{{/if}}',
    '{{#unless off}}a{{else}}b{{/unless}}{{#unless on}}c{{/unless}}',
    '{{#each list}}\n  {{@index}}: \n{{/each}}'.replace('{{@index}}', '{{plain @index}}'),
    '{{#each list}}{{yaml this}}{{#if @last}}.{{else}},{{/if}}{{#if @first}}!{{/if}}{{py ../topic}}{{/each}}',
    // The inner list has other items: Handlebars takes equal items for one context and loses a level.
    '{{#each list}}{{#each ../inner}}{{plain this}}{{plain ../this}}{{plain @index}}{{json ../../topic}}{{/each}}{{/each}}',
    '{{#each none}}x{{else}}nothing{{/each}}',
    '{{{{raw}}}}{{ .Values.x }} ${{ github.sha }}{{{{/raw}}}} {{py count}}',
    '\\{{ $value }} {{! a comment }}{{!-- another }} --}}{{~ py topic ~}}   end',
    '{{yaml (concat "http://" (upper "x") ":" count)}} {{plain (join list ",")}}'.replace(
      'plain (join',
      'json (join',
    ),
    '{{#if (and (eq count 3) (not off) (in "x" list))}}ok{{/if}}{{#if (or empty none)}}bad{{/if}}',
    '  {{#if on}}\n    indented\n  {{/if}}\nnext\r\n{{#if on}}\r\nwindows\r\n{{/if}}\r\n',
    '${{ not ours }} {% jinja %} $} {x} }} {{py "literal"}} {{py 5}} {{py true}}'.replace(
      '${{ not ours }} ',
      '',
    ),
  ];
  for (const source of sources)
    it(`renders as Handlebars does: ${JSON.stringify(source).slice(0, 60)}`, () => {
      const parsed = parseProgram('x.hbs', source);
      assert.deepEqual(parsed.problems, []);
      const data = JSON.parse(JSON.stringify(parsed.program)) as Program;
      // Handlebars compares contexts with `!=`, which an object without prototype does not bear.
      assert.equal(runProgram(data, scope), compileWithHandlebars(source)({ ...scope }));
    });

  it('throws for a name without a value, wherever it stands', () => {
    for (const source of [
      '{{py nope}}',
      '{{#if nope}}{{/if}}',
      '{{#each nope}}{{/each}}',
      '{{py (upper nope)}}',
      '{{#unless nope}}{{/unless}}',
    ])
      assert.throws(() => runProgram(parseProgram('x', source).program, scope), /nope/, source);
  });

  it('copies other files byte for byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const files: SourceFile[] = [
      ...sourceFiles({ 'template.yaml': head, 'files/a.txt': '\ufeff{{x}}\r\n' }),
      { path: 'files/b.bin', bytes },
    ];
    const loaded = loadTemplate(files);
    assert.ok(loaded.ok);
    const settled = settleAnswers(loaded.value.manifest, {});
    assert.ok(settled.ok);
    const rendered = renderTemplate(JSON.parse(JSON.stringify(loaded.value)) as Template, settled.value);
    assert.ok(rendered.ok);
    assert.deepEqual(
      rendered.value.map((file) => [file.path, Buffer.from(file.bytes).toString('hex')]),
      [
        ['a.txt', Buffer.from('\ufeff{{x}}\r\n').toString('hex')],
        ['b.bin', Buffer.from(bytes).toString('hex')],
      ],
    );
  });
});

function filesBelow(folder: string, below = ''): SourceFile[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    if (statSync(join(folder, path)).isDirectory()) return filesBelow(folder, path);
    return [{ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }];
  });
}

describe('the shipped templates', () => {
  const all = filesBelow('templates');
  const folders = [
    ...new Set(all.flatMap((file) => /^([^/]+\/[^/]+)\/template\.yaml$/.exec(file.path)?.[1] ?? [])),
  ];
  const validate = new Ajv({ strict: false, allErrors: true }).compile(templateSchema());

  it('can all be precompiled into one module', () => {
    const compiled = precompileAll(all);
    assert.ok(compiled.ok, compiled.ok ? '' : compiled.problems.map(describeProblem).join('\n'));
    assert.equal(compiled.value.templates.length, folders.length);
    assert.match(precompiledModule(compiled.value), /^\/\/ Written by/);
  });

  for (const folder of folders) {
    const own = all
      .filter((file) => file.path.startsWith(`${folder}/`))
      .map((file) => ({ ...file, path: file.path.slice(folder.length + 1) }));
    const loaded = loadTemplate(own);

    it(`${folder} passes the schema`, () => {
      const manifest = own.find((file) => file.path === 'template.yaml');
      assert.ok(
        validate(parseYaml(new TextDecoder().decode(manifest?.bytes))),
        JSON.stringify(validate.errors, null, 1),
      );
    });

    it(`${folder} renders every case as Handlebars does`, async () => {
      assert.ok(loaded.ok, loaded.ok ? '' : loaded.problems.map(describeProblem).join('\n'));
      const cases = loadCases(own);
      assert.ok(cases.ok && cases.value.length >= 2);
      for (const each of cases.value) {
        const result = await runCase(loaded.value, each);
        assert.deepEqual(result.problems.map(describeProblem), [], each.name);
        const settled = settleAnswers(loaded.value.manifest, each.answers);
        assert.ok(settled.ok);
        const files: readonly TemplateFile[] = loaded.value.files;
        for (const file of files) {
          if (!('program' in file)) continue;
          const source = own.find((candidate) => candidate.path === `files/${file.path}`);
          const compiled: (context: object) => string = compileWithHandlebars(
            new TextDecoder().decode(source?.bytes),
          );
          assert.equal(
            outcome(() => runProgram(file.program, settled.value.scope)),
            outcome(() => compiled({ ...settled.value.scope })),
            file.path,
          );
        }
      }
    });
  }
});

function outcome(render: () => string): string {
  try {
    return render();
  } catch {
    // A file that its conditions leave out may refuse to render; both must refuse then.
    return '(refused)';
  }
}

describe('the names of a template', () => {
  const files = sourceFiles({
    'template.yaml': `${head}questions:
  - { name: topic, type: text, title: Topic, default: x }
  - { name: dlq, type: text, title: DLQ, defaultFrom: "topic + '.dlq'", when: topic != 'y' }
derived:
  full: concat(topic, dlq)
provides:
  - { id: a, port: topic, name: full, attributes: { dlq: dlq } }
`,
    'files/{{full}}/x.py.hbs': 'a\n{{#if topic}}{{py topic}}{{/if}}\n',
  });

  it('are found with their definitions and every use', () => {
    const places = symbolsOf(files).map(({ name, is, definition, uses }) => [
      name,
      is,
      `${definition.line}:${definition.column}`,
      uses.map(({ path, line, column }) => `${path === 'template.yaml' ? 'y' : 'f'}${line}:${column}`),
    ]);
    assert.deepEqual(places, [
      ['topic', 'question', '6:13', ['y7:56', 'y7:79', 'y9:16', 'f2:7', 'f2:19']],
      ['dlq', 'question', '7:13', ['y9:23', 'y11:58']],
      ['full', 'derived', '9:3', ['y11:33', 'f1:1']],
    ]);
  });

  it('are found in a manifest that is half-typed', () => {
    const [manifest] = files;
    const text = new TextDecoder().decode(manifest?.bytes);
    for (let at = 0; at < text.length; at++) symbolsOf(sourceFiles({ 'template.yaml': text.slice(0, at) }));
  });
});

describe('a template made from a folder', () => {
  it('loads, copies everything and takes parameters', () => {
    const made = templateFromFolder(
      'own/thing',
      'Thing',
      sourceFiles({
        'a.py': 'x = "orders" # {{ x }}\n',
        '.gitignore': 'dist\n',
        '.env': 'S=1',
        'b.hbs': '{{x}}',
      }),
    );
    assert.ok(loadTemplate(made).ok);
    assert.deepEqual(
      made.map((file) => file.path),
      ['template.yaml', 'files/a.py', 'files/gitignore', 'files/b.hbs.copy', 'cases/defaults/answers.yaml'],
    );
    const file: SourceFile | undefined = parametrise(
      { path: 'files/a.py', bytes: new TextEncoder().encode('x = "orders" # {{ x }}\n') },
      '"orders"',
      'py',
      'topic',
    );
    assert.equal(
      runProgram(
        parseProgram('a', new TextDecoder().decode(file?.bytes)).program,
        scopeOf({ topic: 'orders' }),
      ),
      'x = "orders" # {{ x }}\n',
    );
  });
});
