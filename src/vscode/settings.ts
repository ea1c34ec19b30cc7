import * as vscode from 'vscode';
import type { Settings } from '../core';

const section = 'aiPatterns';

/** What the editor's settings add below a team's settings files. */
export function editorSettings(scope: vscode.ConfigurationScope | undefined): Partial<Settings> {
  const settings = vscode.workspace.getConfiguration(section, scope);
  const environment = settings.get<string>('environment', 'auto');
  return {
    environment: environment === 'local' || environment === 'prod' ? environment : 'auto',
    opinions: settings.get<boolean>('opinions', false),
    mute: settings.get<string[]>('mute', []),
  };
}

/** Whether findings are shown at all. */
export function diagnosticsEnabled(scope: vscode.ConfigurationScope | undefined): boolean {
  return vscode.workspace.getConfiguration(section, scope).get<boolean>('diagnostics.enabled', true);
}

/** Whether files are read in the background for rules and gaps across files. */
export function backgroundEnabled(scope: vscode.ConfigurationScope | undefined): boolean {
  return vscode.workspace.getConfiguration(section, scope).get<boolean>('diagnostics.acrossFiles', true);
}

/** Whether hovers tell what keys and versions are. */
export function factHoversEnabled(scope: vscode.ConfigurationScope | undefined): boolean {
  return vscode.workspace.getConfiguration(section, scope).get<boolean>('hovers.keysAndVersions', true);
}

/** Whether configuration keys and their values are suggested. */
export function completionEnabled(scope: vscode.ConfigurationScope | undefined): boolean {
  return vscode.workspace.getConfiguration(section, scope).get<boolean>('completion.keys', true);
}

/** Whether the end of support is shown beside versions. */
export function supportHintsEnabled(scope: vscode.ConfigurationScope | undefined): boolean {
  return vscode.workspace.getConfiguration(section, scope).get<boolean>('hints.endOfSupport', true);
}

/** Whether an event changed one of our settings. */
export function affectsUs(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(section);
}

/** Folders and zip files with templates of the user's own, as they are written. */
export function templateSources(scope: vscode.ConfigurationScope | undefined): readonly string[] {
  const settings = vscode.workspace.getConfiguration(section, scope);
  const sources = settings.get<readonly unknown[]>('templates.sources', []);
  return sources.filter((source) => typeof source === 'string');
}
