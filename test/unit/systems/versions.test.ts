import { strict as assert } from 'node:assert';
import { releaseFacts } from '../../../src/generated/releases';
import { classify, compareVersions, releasesOf, versionsMarkdown } from '../../../src/systems/versions';

const today = '2026-11-23';
const said = (technology: string, version: string, day = today): string =>
  classify(technology, version, day).is;

describe('version facts', () => {
  for (const facts of releaseFacts) {
    it(`of ${facts.technology} are in order, dated and sourced`, () => {
      const versions = facts.lines.map(({ version }) => version);
      assert.deepEqual(versions, [...versions].sort(compareVersions));
      assert.equal(new Set(versions).size, versions.length);
      assert.match(facts.checked, /^\d{4}-\d\d-\d\d$/);
      assert.ok(facts.sources.length > 0 && facts.sources.every(({ url }) => url.startsWith('https://')));
      for (const { version, released, ended, latest } of facts.lines) {
        assert.match(version, /^\d+\.\d+$/);
        for (const date of [released, ended]) assert.match(date ?? today, /^\d{4}-\d\d(?:-\d\d)?$/);
        assert.ok(released === undefined || ended === undefined || released <= ended, version);
        assert.ok(latest === undefined || latest === version || latest.startsWith(`${version}.`), latest);
      }
      for (const each of facts.neverExisted ?? []) assert.ok(!versions.includes(each.version), each.version);
    });
  }
});

describe('classify', () => {
  it('knows what never was', () => {
    assert.equal(said('pulsar', '3.6.0'), 'never-existed');
    assert.equal(said('flink', '1.22'), 'never-existed');
    assert.equal(said('seldon', 'v1.22.0'), 'never-existed');
    assert.equal(said('ray', '3.1.0'), 'never-existed');
    assert.equal(said('ray', '2.15.0'), 'never-existed');
    assert.equal(said('optuna', '3.6.9'), 'never-existed');
  });

  it('says what has ended on that day, and not before', () => {
    assert.equal(said('kubernetes', '1.34', '2026-10-26'), 'newer-exists');
    assert.equal(said('kubernetes', '1.34', '2026-10-27'), 'end-of-life');
    assert.equal(said('redpanda', '23.1.4'), 'end-of-life');
    assert.equal(said('prometheus', '3.9.1'), 'newer-exists');
    assert.equal(said('prometheus', '3.9.1', '2027-02-17'), 'end-of-life');
  });

  it('concludes nothing from what is newer, older, partly listed or no version', () => {
    assert.equal(said('kafka', '9.0.0'), 'unknown-version');
    assert.equal(said('kafka', 'latest'), 'unknown-version');
    assert.equal(said('kafka', '4'), 'unknown-version');
    assert.equal(said('mlflow', '0.8.2'), 'unknown-version');
    assert.equal(said('materialize', '0.99.0'), 'unknown-version');
    assert.equal(said('nothing', '1.0'), 'unknown-version');
    assert.equal(said('ray', '2.60.9'), 'ok');
  });

  it('says when its facts are older than a year', () => {
    assert.equal(classify('kafka', '3.7.0', '2027-11-29').isStale, false);
    assert.equal(classify('kafka', '3.7.0', '2027-11-30').isStale, true);
    assert.equal(said('kafka', '9.0.0', '2027-11-30'), 'facts-stale');
    assert.equal(said('ray', '3.1.0', '2027-11-24'), 'facts-stale');
  });

  it('names the nearest release with support as precisely as was asked', () => {
    const nearest = (technology: string, version: string): string | undefined => {
      const status = classify(technology, version, today);
      return 'nearest' in status ? status.nearest : undefined;
    };
    assert.equal(nearest('pulsar', '3.6.0'), '4.0.13');
    assert.equal(nearest('pulsar', '3.6'), '4.0');
    assert.equal(nearest('seldon', '1.22.0'), '1.18.2');
    assert.equal(nearest('optuna', '3.6.9'), '3.6.2');
    assert.equal(nearest('prometheus', '2.56.0'), undefined);
  });
});

describe('versionsMarkdown', () => {
  it('tells the fault, the lines and the source', () => {
    const text = versionsMarkdown('pulsar', '3.6.0', today) ?? '';
    assert.match(text, /^\*\*Apache Pulsar\*\* 3\.6\.0\n\nThere never was such a release: 3\.3 was the last/);
    assert.match(text, /nearest with support is 4\.0\.13\./);
    assert.match(text, /\| 4\.2 \| 2026-03-24 \| ended 2026-09-24 \| 4\.2\.4 \|/);
    assert.match(text, /Checked on 2026-11-23\. \[Pulsar: release policy\]/);
  });

  it('shows the line that is asked for beside the newest, in bold', () => {
    const text = versionsMarkdown('kafka', '3.7.2', today) ?? '';
    assert.match(text, /Support ended on 2024-12-04\. The nearest with support is 4\.0\.2\./);
    assert.match(text, /\| \*\*3\.7\*\* \|/);
    assert.doesNotMatch(text, /\| 3\.6 \|/);
  });

  it('says that old facts are old, and nothing of what it has no facts of', () => {
    assert.match(versionsMarkdown('kafka', undefined, '2028-01-01') ?? '', /more than a year ago/);
    assert.equal(versionsMarkdown('nothing', '1.0', today), undefined);
    assert.ok(releasesOf('kafka'));
  });
});
