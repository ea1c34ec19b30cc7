import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { azureFile, sweep } from '../example-files';
import { expressionsIn, namesBelow } from '../expressions';
import { coreSyntax, sweepReference } from '../sources';

export default defineRule({
  id: 'azureml/no-unknown-input',
  catalogue: ['azureml-expression-unknown'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A command names an input or parameter that is not declared, or a declared parameter is not used.',
  why: 'The job fails after it was submitted and has waited for a machine; a parameter that no command takes makes trials that are all alike.',
  remedy: 'Declare the name under `inputs` or `search_space`, or write the one that is declared.',
  references: [coreSyntax, sweepReference],
  messages: {
    input: 'No input "{name}" is declared.',
    parameter: 'No parameter "{name}" is declared in search_space.',
    unused: 'The command does not use the parameter "{name}" of search_space.',
    parent: 'The pipeline declares no input "{name}".',
    step: 'The pipeline has no job "{name}".',
  },
  fix: { none: 'Which name is meant is known only to the author.' },
  looksAt: ['command-job', 'sweep-job', 'pipeline-job'].map((kind) => ({
    view: `azureml/${kind}`,
    path: [],
  })),
  *check(at): Iterable<Report> {
    if (at.context.view.id === 'azureml/pipeline-job') {
      const names = { 'parent.inputs': namesBelow(at, 'inputs'), 'parent.jobs': namesBelow(at, 'jobs') };
      for (const { root, name, span } of expressionsIn(at.at('jobs'))) {
        if (root !== 'parent.inputs' && root !== 'parent.jobs') continue;
        const message = root === 'parent.jobs' ? 'step' : 'parent';
        if (names[root]?.has(name) === false) yield { message, data: { name }, span };
      }
      return;
    }
    const command = at.at('command') ?? at.at('trial', 'command');
    const inputs = [namesBelow(at, 'inputs'), namesBelow(at, 'trial', 'inputs')];
    const parameters = namesBelow(at, 'search_space');
    const used = new Set<string>();
    for (const { root, name, span } of expressionsIn(command)) {
      if (root === 'search_space') used.add(name);
      if (root === 'inputs' && inputs.every((names) => names?.has(name) === false))
        yield { message: 'input', data: { name }, span };
      if (root === 'search_space' && parameters?.has(name) === false)
        yield { message: 'parameter', data: { name }, span };
    }
    if (used.size === 0) return;
    for (const parameter of at.at('search_space')?.entries() ?? []) {
      if (used.has(parameter.key)) continue;
      yield { message: 'unused', data: { name: parameter.key }, span: parameter.anchor, severity: 'info' };
    }
  },
  examples: {
    bad: [
      azureFile('commandJob', 'command: python t.py --data ${{«inputs.dat»}} --x\ninputs: {data: 1}\n', {
        message: 'input',
      }),
      azureFile('commandJob', 'command: >-\n  python t.py\n  $[[--data ${{ «inputs.data» }}]]\n', {
        message: 'input',
      }),
      sweep(
        'trial: {command: "t --lr ${{«search_space.rate»}} -b ${{search_space.b}}"}\nsearch_space: {b: {type: choice}}\n',
        {
          message: 'parameter',
        },
      ),
      sweep(
        'trial:\n  command: t ${{search_space.b}}\nsearch_space:\n  b: {type: choice}\n  «lr»: {type: uniform}\n',
        {
          message: 'unused',
          severity: 'info',
        },
      ),
      azureFile('pipelineJob', 'inputs: {a: 1}\njobs:\n  x:\n    inputs: {a: "${{«parent.inputs.b»}}"}\n', {
        message: 'parent',
      }),
      azureFile('pipelineJob', 'jobs:\n  x:\n    inputs: {a: "${{«parent.jobs.y».outputs.o}}"}\n', {
        message: 'step',
      }),
    ],
    good: [
      azureFile(
        'commandJob',
        'command: t ${{inputs.data}} ${{outputs.model}} ${{inputs.o}}\ninputs: {data: 1, o.x: 2, o: 1}\n',
      ),
      sweep(
        'trial:\n  command: t ${{inputs.a}} ${{inputs.b}} ${{search_space.lr}}\n  inputs: {a: 1}\ninputs: {b: 1}\nsearch_space: {lr: {type: uniform}}\n',
      ),
      sweep('trial: {command: "t ${{search_space.lr}}"}\nsearch_space: {lr: {type: uniform}}\n'),
      sweep('trial: azureml:train:3\nsearch_space: {lr: {type: uniform}}\n'),
      sweep('trial: {command: t}\nsearch_space: {lr: {type: uniform}}\n'),
      azureFile(
        'pipelineJob',
        'inputs: {a: 1}\njobs:\n  x:\n    command: t ${{inputs.z}}\n    inputs: {z: "${{parent.inputs.a}}"}\n  y:\n    inputs: {a: "${{parent.jobs.x.outputs.o}}"}\n',
      ),
    ],
  },
});
