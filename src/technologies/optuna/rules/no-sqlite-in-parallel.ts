import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { callsTo, methodsCalled } from '../../../shapes/python-script';
import { hydra, script } from '../examples';

const run = (storage: string, optimize: string): string =>
  script(
    `study = optuna.create_study(storage=${storage}, load_if_exists=True)\nstudy.optimize(objective, ${optimize})`,
  );

export default defineRule({
  id: 'optuna/no-sqlite-in-parallel',
  catalogue: ['optuna-sqlite-parallel', 'hydra-optuna-sqlite'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Several trials at a time write to one SQLite file.',
  why: 'SQLite lets one writer in at a time: parallel trials run into "database is locked", wait for each other, and on a network file system may damage the file.',
  remedy:
    'Use PostgreSQL or MySQL, or a journal file: `JournalStorage(JournalFileBackend("study.log"))`; else run one trial at a time.',
  references: [
    {
      title: 'Optuna FAQ: parallel optimization with SQLite',
      url: 'https://optuna.readthedocs.io/en/stable/faq.html#how-can-i-solve-the-error-that-occurs-when-performing-parallel-optimization-with-sqlite3',
    },
    { title: 'Hydra: Optuna sweeper', url: 'https://hydra.cc/docs/plugins/optuna_sweeper/' },
  ],
  messages: {
    parallel: 'The study is in a SQLite file, but {jobs} trials run at a time.',
    byDefault: 'The study is in a SQLite file, but the sweeper runs 2 trials at a time unless n_jobs is set.',
  },
  fix: 'review',
  looksAt: [
    { view: 'optuna/hydra-sweeper', path: [] },
    { view: 'optuna/script', path: [] },
  ],
  check(at): Iterable<Report> {
    return at.context.view.id === 'optuna/script' ? inScript(at) : inSweeper(at);
  },
  examples: {
    bad: [
      {
        path: 'tune.py',
        message: 'parallel',
        text: run('«"sqlite:///a.db"»', 'n_trials=50, n_jobs=2'),
        fixed: run('"sqlite:///a.db"', 'n_trials=50, n_jobs=1'),
      },
      {
        path: 'tune.py',
        message: 'parallel',
        text: `import optuna\nURL = «"sqlite:///a.db"»\ns = optuna.load_study(storage=URL, study_name="x")\ns.optimize(f, n_trials=5, n_jobs=-1)\n`,
        fixed: `import optuna\nURL = "sqlite:///a.db"\ns = optuna.load_study(storage=URL, study_name="x")\ns.optimize(f, n_trials=5, n_jobs=1)\n`,
      },
      {
        path: 'conf/config.yaml',
        message: 'byDefault',
        text: hydra('    storage: «sqlite:///a.db» # here\n    n_trials: 20\n'),
        fixed: hydra('    storage: sqlite:///a.db # here\n    n_trials: 20\n    n_jobs: 1\n'),
      },
      {
        path: 'conf/config.yaml',
        message: 'parallel',
        text: 'hydra:\n  sweeper: { storage: «"sqlite:///a.db"», n_jobs: 4 }\n',
        fixed: 'hydra:\n  sweeper: { storage: "sqlite:///a.db", n_jobs: 1 }\n',
      },
    ],
    good: [
      { path: 'tune.py', text: run('"sqlite:///a.db"', 'n_trials=50, n_jobs=1') },
      { path: 'tune.py', text: run('"sqlite:///a.db"', 'n_trials=50') },
      { path: 'tune.py', text: run('"sqlite:///a.db"', 'n_jobs=jobs') },
      { path: 'tune.py', text: run('"postgresql://db/optuna"', 'n_trials=50, n_jobs=4') },
      { path: 'tune.py', text: run('storage', 'n_trials=50, n_jobs=4') },
      {
        path: 'tune.py',
        text: script('optuna.create_study(storage="sqlite:///a.db")\nmodel.fit(x, n_jobs=4)'),
      },
      { path: 'conf/config.yaml', text: hydra('    storage: sqlite:///a.db\n    n_jobs: 1\n') },
      { path: 'conf/config.yaml', text: hydra('    storage: sqlite:///a.db\n    n_jobs: ${jobs}\n') },
      { path: 'conf/config.yaml', text: hydra('    storage: null\n    n_jobs: 4\n') },
      { path: 'conf/config.yaml', text: hydra('    storage: mysql://db/optuna\n') },
      {
        path: 'conf/config.yaml',
        text: 'hydra: { sweeper: { _target_: ax, params: {} } }\nstorage: sqlite:///a.db\n',
      },
    ],
  },
});

function* inSweeper(at: NodeView): Iterable<Report> {
  const storage = at.text('storage');
  const jobs = at.number('n_jobs');
  if (storage.is !== 'known' || !isSqlite(storage.value)) return;
  if (jobs.is !== 'absent' && !(jobs.is === 'known' && jobs.value !== 1)) return;
  const fix = at.fix('review', 'Set n_jobs to 1', at.set(['n_jobs'], 1));
  const message = jobs.is === 'absent' ? 'byDefault' : 'parallel';
  yield { message, data: { jobs: known(jobs) ?? 2 }, span: storage.span, fix };
}

function* inScript(at: NodeView): Iterable<Report> {
  const creators = callsTo(at, 'optuna.create_study', 'optuna.load_study', 'optuna.study.create_study');
  const [storage] = creators
    .map((call) => call.text('keywords', 'storage'))
    .filter((value) => isSqlite(known(value) ?? ''));
  if (storage?.is !== 'known') return;
  const parallel = methodsCalled(at, 'optimize').find(
    (call) => (known(call.number('keywords', 'n_jobs')) ?? 1) !== 1,
  );
  const jobs = parallel?.number('keywords', 'n_jobs');
  if (!parallel || jobs?.is !== 'known') return;
  const fix = at.fix('review', 'Run one trial at a time', parallel.set(['keywords', 'n_jobs'], 1));
  const count = jobs.value < 0 ? 'several' : jobs.value;
  const related = [{ message: 'Run in parallel here', span: jobs.span }];
  yield { message: 'parallel', data: { jobs: count }, span: storage.span, related, fix };
}

function isSqlite(url: string): boolean {
  return /^sqlite(?:\+\w+)?:/.test(url);
}
