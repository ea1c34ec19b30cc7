import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-debug-mode',
  catalogue: ['debug-mode-enabled'],
  equivalents: ['semgrep:flask-debugging-enabled'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A server runs in debug mode.',
  why: "Flask's debugger gives a Python console to whoever provokes an error.",
  remedy: 'Remove the variable.',
  references: [{ title: 'Flask: debug mode', url: 'https://flask.palletsprojects.com/en/stable/debugging/' }],
  messages: { debug: '{name} switches debug mode on.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: ['env', '*'] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    const value = at.text('value');
    if (name.is !== 'known' || value.is !== 'known') return;
    if (!/^(?:FLASK_DEBUG|DJANGO_DEBUG)$/.test(name.value) || !/^(?:1|true|yes|on)$/i.test(value.value))
      return;
    yield {
      message: 'debug',
      data: { name: name.value },
      span: value.span,
      fix: at.fix('review', 'Switch it off', at.set(['value'], '0')),
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env: [{ name: FLASK_DEBUG, value: «"1"» }]\n'),
        fixed: pod('- name: scorer\n  env: [{ name: FLASK_DEBUG, value: "0" }]\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env:\n    - name: DJANGO_DEBUG\n      value: «"true"» # why not\n'),
        fixed: pod('- name: scorer\n  env:\n    - name: DJANGO_DEBUG\n      value: "0" # why not\n'),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  env: [{ name: FLASK_DEBUG, value: "0" }]\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  env: [{ name: MY_FLASK_DEBUG, value: "1" }]\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env: [{ name: FLASK_DEBUG, value: $(DEBUG) }]\n'),
      },
    ],
  },
});
