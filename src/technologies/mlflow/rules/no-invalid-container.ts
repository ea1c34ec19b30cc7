import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { projects } from '../sources';

export default defineRule({
  id: 'mlflow/no-invalid-container',
  catalogue: ['mlproject-param-unused-or-unknown'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The container of a project is not described as MLflow demands.',
  why: 'MLflow refuses a docker_env without image, and volumes that are no list of texts.',
  remedy: 'Write `docker_env: {image: acme/train:1.4, volumes: ["/data:/data"]}`.',
  references: [projects],
  messages: {
    image: 'docker_env names no image.',
    volumes: 'The volumes of docker_env are no list of texts.',
  },
  fix: { none: 'Which image or folder is meant is known only to the author.' },
  looksAt: [{ view: 'mlflow/project', path: ['docker_env'] }],
  *check(at): Iterable<Report> {
    // An empty map counts as no docker_env at all.
    if (at.node?.type !== 'map' || at.entries().length === 0) return;
    const image = at.get('image');
    if (image.is === 'absent') yield { message: 'image', span: at.anchor };
    const volumes = at.list('volumes');
    if (volumes.is === 'invalid')
      yield { message: 'volumes', span: at.at('volumes')?.anchor ?? volumes.span };
    if (volumes.is !== 'known') return;
    for (const item of volumes.value)
      if (item.node?.type !== 'scalar') yield { message: 'volumes', span: item.anchor };
  },
  examples: {
    bad: [
      { path: 'MLproject', message: 'image', text: '«docker_env»: # box\n  volumes: ["/a:/a"]\n' },
      {
        path: 'MLproject',
        message: 'volumes',
        text: 'docker_env:\n  image: a:1\n  «volumes»: /a:/a # one\n',
      },
      {
        path: 'MLproject',
        message: 'volumes',
        text: 'docker_env:\n  image: a:1\n  volumes: [{«/a»: /a}, b]\n',
      },
    ],
    good: [
      { path: 'MLproject', text: 'docker_env: {image: a:1, volumes: ["/a:/a"]}\n' },
      { path: 'MLproject', text: 'docker_env: {}\n' },
      { path: 'MLproject', text: 'docker_env: {image: a:1}\n' },
    ],
  },
});
