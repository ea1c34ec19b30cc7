import * as vscode from 'vscode';
import type { SystemMap } from '../../systems/map/graph';
import type { MapWords } from '../../systems/map/svg';

/** The map with the sorts of its things and the labels of its arrows in the language of the display. */
export function translatedMap(map: SystemMap): SystemMap {
  const words = wordsByEnglish();
  const translated = (english: string): string => words[english] ?? english;
  return {
    nodes: map.nodes.map((node) => ({ ...node, sort: translated(node.sort) })),
    edges: map.edges.map((edge) => ({ ...edge, label: translated(edge.label) })),
  };
}

/** What the picture says of its own. */
export function mapWords(): MapWords {
  return {
    missing: vscode.l10n.t('missing – add'),
    noFindings: vscode.l10n.t('no findings'),
    oneFinding: (worst) => vscode.l10n.t('one finding, worst: {0}', worst),
    findings: (worst) => vscode.l10n.t('findings, worst: {0}', worst),
  };
}

/** Every sort and label that `systemMap` writes. */
export function wordsByEnglish(): Readonly<Record<string, string>> {
  return {
    topic: vscode.l10n.t('topic'),
    'dead-letter topic': vscode.l10n.t('dead-letter topic'),
    bucket: vscode.l10n.t('bucket'),
    database: vscode.l10n.t('database'),
    client: vscode.l10n.t('client'),
    training: vscode.l10n.t('training'),
    'tracking server': vscode.l10n.t('tracking server'),
    'registered model': vscode.l10n.t('registered model'),
    'served model': vscode.l10n.t('served model'),
    'serving runtime': vscode.l10n.t('serving runtime'),
    monitor: vscode.l10n.t('monitor'),
    'prediction log': vscode.l10n.t('prediction log'),
    feedback: vscode.l10n.t('feedback'),
    'model card': vscode.l10n.t('model card'),
    'compliance record': vscode.l10n.t('compliance record'),
    'service account': vscode.l10n.t('service account'),
    'read by': vscode.l10n.t('read by'),
    writes: vscode.l10n.t('writes'),
    failures: vscode.l10n.t('failures'),
    'served as': vscode.l10n.t('served as'),
    runs: vscode.l10n.t('runs'),
    logs: vscode.l10n.t('logs'),
    'described by': vscode.l10n.t('described by'),
    registers: vscode.l10n.t('registers'),
    retrains: vscode.l10n.t('retrains'),
    watches: vscode.l10n.t('watches'),
    lacks: vscode.l10n.t('lacks'),
  };
}
