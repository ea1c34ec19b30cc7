import * as vscode from 'vscode';
import type { ComponentState } from '../../scaffold/component-state';
import { explainCommand } from '../commands/names';
import { counted } from '../counted';
import { rangeOf } from '../diagnostics';
import type { FolderProject } from '../folder-project';
import { patternTitle } from '../scaffold/pattern-titles';
import type { ExplorerNode } from './explorer-nodes';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/**
 * The same for the same row, whenever the tree is drawn: VS Code keeps what is open, selected and being clicked by it.
 * `undefined` where two rows could share one.
 */
export function idOf(node: ExplorerNode): string | undefined {
  switch (node.is) {
    case 'section':
      return `section/${node.section}`;
    case 'hint':
      return 'hint';
    case 'pattern':
      return `pattern/${node.pattern}`;
    case 'template':
      return `template/${node.template.id}`;
    case 'component':
      return `component/${placeOf(node.home)}/${node.state.record.id}`;
    case 'gap':
      // One gap may be found twice at one place, of two things with one name.
      return undefined;
    case 'technology':
      return `technology/${node.technology.slug}`;
    case 'rule':
      return `rule/${node.rule.id}`;
    default:
      return node satisfies never;
  }
}

function placeOf({ folder }: FolderProject): string {
  return folder?.uri.toString() ?? '';
}

/** A row of the Explorer view: label, state in words, icon, what a click does, what a screen reader says. */
export function treeItemOf(
  node: ExplorerNode,
  isOpen: boolean,
  counts: ReadonlyMap<string, number>,
): vscode.TreeItem {
  const item = itemOf(node, isOpen, counts);
  const id = idOf(node);
  if (id !== undefined) item.id = id;
  return item;
}

function itemOf(node: ExplorerNode, isOpen: boolean, counts: ReadonlyMap<string, number>): vscode.TreeItem {
  switch (node.is) {
    case 'section':
      return section(node.section, isOpen);
    case 'hint':
      return row(vscode.l10n.t('Nothing scaffolded yet'), None, 'info', {
        description: vscode.l10n.t('add a component'),
        contextValue: 'hint',
        command: { command: 'aiPatterns.scaffoldComponent', title: vscode.l10n.t('Scaffold') },
      });
    case 'pattern':
      return row(patternTitle(node.pattern), Collapsed, 'symbol-structure', { contextValue: 'pattern' });
    case 'template':
      return row(node.template.title, None, 'add', {
        description: node.template.id.slice(node.template.id.indexOf('/') + 1),
        tooltip: node.template.description,
        contextValue: 'template',
        command: {
          command: 'aiPatterns.scaffoldComponent',
          title: vscode.l10n.t('Scaffold'),
          arguments: [{ template: node.template.id }],
        },
      });
    case 'component':
      return component(node);
    case 'gap':
      return gap(node);
    case 'technology': {
      const found = node.rules.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
      const description =
        found > 0
          ? `${counted.rules(node.rules.length)}, ${counted.findings(found)}`
          : counted.rules(node.rules.length);
      return row(node.technology.title, Collapsed, 'book', { description, contextValue: 'technology' });
    }
    case 'rule':
      return rule(node);
    default:
      return node satisfies never;
  }
}

function section(name: 'patterns' | 'system' | 'gaps' | 'rules', isOpen: boolean): vscode.TreeItem {
  const titles = {
    patterns: vscode.l10n.t('Patterns'),
    system: vscode.l10n.t('This System'),
    gaps: vscode.l10n.t('Missing'),
    rules: vscode.l10n.t('Rules'),
  };
  const icons = {
    patterns: 'library',
    system: 'server-environment',
    gaps: 'circle-slash',
    rules: 'checklist',
  };
  return row(titles[name], isOpen ? Expanded : Collapsed, icons[name], { contextValue: `section-${name}` });
}

function component({ home, state }: Extract<ExplorerNode, { is: 'component' }>): vscode.TreeItem {
  const { record } = state;
  const texts = stateTexts(state);
  const item = row(record.id, None, iconOf(state), {
    description: texts.join(', '),
    tooltip: `${record.template} ${record.version}\n${[...state.changed, ...state.missing].slice(0, 20).join('\n')}`,
    contextValue: state.update === undefined ? 'component' : 'component-update',
  });
  const readme = Object.keys(record.files).find((file) => file === 'README.md');
  if (readme !== undefined) {
    const path = record.destination === '' ? readme : `${record.destination}/${readme}`;
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open README'),
      arguments: [home.uriOf(path)],
    };
  }
  return item;
}

function stateTexts({ changed, missing, update, brokenPorts, record }: ComponentState): string[] {
  const texts: string[] = [];
  if (brokenPorts.length > 0) texts.push(vscode.l10n.t('wiring broken'));
  if (update !== undefined) texts.push(vscode.l10n.t('update {0} available', update));
  if (changed.length > 0) texts.push(vscode.l10n.t('{0} changed', counted.files(changed.length)));
  if (missing.length > 0) texts.push(vscode.l10n.t('{0} gone', counted.files(missing.length)));
  return texts.length > 0 ? texts : [vscode.l10n.t('{0}, as scaffolded', record.version)];
}

function iconOf({ brokenPorts, update, changed }: ComponentState): string {
  if (brokenPorts.length > 0) return 'warning';
  if (update !== undefined) return 'arrow-circle-up';
  return changed.length > 0 ? 'edit' : 'pass';
}

function gap({
  home,
  gap: { message, path, range, action },
}: Extract<ExplorerNode, { is: 'gap' }>): vscode.TreeItem {
  const item = row(message, None, 'circle-slash', {
    description: path,
    // The row is narrow, so the whole sentence stands here.
    tooltip: `${message}\n${path}\n\n${vscode.l10n.t('Scaffold {0}, wired to what is there', action.template)}`,
    contextValue: 'gap',
  });
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [home.uriOf(path), { selection: rangeOf(range) }],
  };
  return item;
}

function rule({ rule: info, isOn, count }: Extract<ExplorerNode, { is: 'rule' }>): vscode.TreeItem {
  const name = info.id.slice(info.id.indexOf('/') + 1);
  const state = isOn ? info.severity : vscode.l10n.t('off');
  const item = row(name, None, isOn ? 'circle-filled' : 'circle-outline', {
    description: count > 0 ? `${state}, ${count}` : state,
    tooltip: info.summary,
    contextValue: isOn ? 'rule-on' : 'rule-off',
  });
  item.command = { command: explainCommand, title: vscode.l10n.t('Explain'), arguments: [info.id] };
  return item;
}

interface Row {
  readonly description?: string;
  readonly tooltip?: string;
  readonly contextValue: string;
  readonly command?: vscode.Command;
}

function row(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  icon: string,
  rest: Row,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = rest.contextValue;
  item.accessibilityInformation = { label: [label, rest.description].filter(Boolean).join(', ') };
  if (rest.description !== undefined) item.description = rest.description;
  if (rest.tooltip !== undefined) item.tooltip = rest.tooltip;
  if (rest.command) item.command = rest.command;
  return item;
}
