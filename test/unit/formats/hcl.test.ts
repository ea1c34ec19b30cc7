import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/span';
import { hclFormat } from '../../../src/formats/hcl/hcl';
import { entryAt, listAt, mapAt, plainOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const read = hclFormat.parseTolerant.bind(hclFormat);

const good = `# the models
terraform {
  required_version = ">= 1.9"
}

resource "google_storage_bucket" "models" {
  name     = "acme-models" // theirs
  location = "EU"
  project  = var.project
  labels   = { team = "ml", "cost/centre" : "42" }
  ages     = [1, 2.5, /* old */ "x"]
  note     = "say \\"hi\\" $\${literal} "
  uri      = "gs://\${var.name}/\${lookup(var.m, "k}")}"

  versioning {
    enabled = true
  }
  lifecycle_rule {
    condition { age = 400 }
  }
  lifecycle_rule {}

  dynamic "logging" {
    for_each = var.logs
    content { log_bucket = logging.value }
  }
}
resource "google_storage_bucket" "data" {}
resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = aws_s3_bucket.b.arn }]
  })
  text = <<-EOT
    one
      two
  EOT
  count = var.on ? 1 : 0
}
`;

describe('format hcl', () => {
  it('reads blocks, attributes, lists, objects and what jsonencode holds', () => {
    const document = read(good);
    assert.deepEqual(document.problems, []);
    assert.deepEqual(plainOf(mapAt(document, 'resource', 'google_storage_bucket', 'models')), {
      name: 'acme-models',
      location: 'EU',
      project: 'var.project',
      labels: { team: 'ml', 'cost/centre': '42' },
      ages: ['1', '2.5', 'x'],
      note: 'say "hi" $${literal} ',
      uri: 'gs://${var.name}/${lookup(var.m, "k}")}',
      versioning: [{ enabled: 'true' }],
      lifecycle_rule: [{ condition: [{ age: '400' }] }, {}],
      logging: [''],
    });
    assert.deepEqual(plainOf(mapAt(document, 'resource', 'google_storage_bucket', 'data')), {});
    assert.deepEqual(plainOf(mapAt(document, 'resource', 'aws_iam_policy', 'p')), {
      policy: { Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: 'aws_s3_bucket.b.arn' }] },
      text: 'one\n  two\n',
      count: 'var.on ? 1 : 0',
    });
  });

  it('masks what must be computed, and nothing else', () => {
    const document = read(good);
    assert.deepEqual(
      document.masked.map((span) => sliceOf(good, span)),
      ['var.project', 'var.logs', 'logging.value', 'aws_s3_bucket.b.arn', 'var.on ? 1 : 0'],
    );
  });

  it('gives exact spans', () => {
    const text = `\uFEFF${good.replaceAll('\n', '\r\n')}`;
    const document = read(text);
    const bucket = ['resource', 'google_storage_bucket', 'models'] as const;
    assert.equal(sliceOf(text, entryAt(document, ...bucket).keySpan), '"models"');
    assert.equal(sliceOf(text, scalarIn(document, ...bucket, 'name').span), '"acme-models"');
    assert.equal(sliceOf(text, listAt(document, ...bucket, 'ages').span), '[1, 2.5, /* old */ "x"]');
    assert.equal(sliceOf(text, mapAt(document, ...bucket, 'lifecycle_rule', 1).span), '{}');
    assert.equal(sliceOf(text, entryAt(document, ...bucket, 'versioning').keySpan), 'versioning');
  });

  it('finds comments once', () => {
    assert.deepEqual(
      hclFormat.comments(good).map(({ text }) => text),
      ['# the models', '// theirs', '/* old */'],
    );
  });

  it('says what is broken, and keeps what stands around', () => {
    const text = 'resource "a" "b" {\n  x = \n  y = 1\n  ???\n  z = "open\n}\n';
    const document = read(text);
    assert.equal(hclFormat.parse(text), undefined);
    assert.equal(document.templated, true);
    assert.equal(document.problems.length, 3);
    assert.equal(scalarIn(document, 'resource', 'a', 'b', 'y').text, '1');
  });

  it('sets, inserts, removes and appends and leaves every other byte', () => {
    const document = read(good);
    const { edits } = hclFormat;
    const done = (change: ReturnType<typeof edits.insert>): string =>
      change ? applyEdits(good, change) : 'no edit';
    const bucket = ['resource', 'google_storage_bucket', 'models'] as const;
    const name = scalarIn(document, ...bucket, 'name');
    assert.equal(
      done(edits.setScalar(document, name, 'x"${y')),
      good.replace('acme-models', () => 'x\\"$${y'),
    );
    const enabled = scalarIn(document, ...bucket, 'versioning', 0, 'enabled');
    assert.equal(
      done(edits.setScalar(document, enabled, false)),
      good.replace('enabled = true', 'enabled = false'),
    );
    assert.equal(
      done(edits.insert(document, mapAt(document, ...bucket), 'logging2', [{ log_bucket: 'l' }])),
      good.replace(
        'logging.value }\n  }\n',
        'logging.value }\n  }\n  logging2 {\n    log_bucket = "l"\n  }\n',
      ),
    );
    assert.equal(
      done(edits.insert(document, mapAt(document, 'resource', 'google_storage_bucket', 'data'), 'a', [1])),
      good.replace('"data" {}', '"data" {\n  a = [1]\n}'),
    );
    const condition = mapAt(document, ...bucket, 'lifecycle_rule', 0, 'condition', 0);
    assert.equal(done(edits.insert(document, condition, 'b', 1)), 'no edit');
    assert.equal(
      done(edits.remove(document, mapAt(document, ...bucket), entryAt(document, ...bucket, 'name'))),
      good.replace('  name     = "acme-models" // theirs\n', ''),
    );
    assert.equal(
      done(edits.append(document, listAt(document, ...bucket, 'ages'), true)),
      good.replace('"x"]', '"x", true]'),
    );
  });

  it('writes strings that read back the same', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const document = read('a = 1\nkey = "old" # c\nb = 2\n');
        const change = hclFormat.edits.setScalar(document, scalarIn(document, 'key'), value);
        if (!change) return;
        const after = read(applyEdits(document.text, change));
        assert.equal(
          scalarIn(after, 'key').text.replace(/([$%])\1\{/g, '$1{'),
          value.replace(/([$%])\1\{/g, '$1{'),
        );
        assert.equal(scalarIn(after, 'b').text, '2');
      }),
    );
  });

  it('survives half-typed and hostile text', () => {
    holdsForEveryCut(hclFormat, good);
    holdsForHostileText(hclFormat);
  }).timeout(60_000);
});
