import * as vscode from 'vscode';

/** The name of a pattern as users read it; a pattern of somebody's own keeps its id. */
export function patternTitle(pattern: string): string {
  switch (pattern) {
    case 'data-pipeline':
      return vscode.l10n.t('Data pipeline');
    case 'training':
      return vscode.l10n.t('Training and optimisation');
    case 'deployment':
      return vscode.l10n.t('Deployment and monitoring');
    case 'feedback-loop':
      return vscode.l10n.t('Feedback loop');
    case 'security-compliance':
      return vscode.l10n.t('Security and compliance');
    default:
      return pattern;
  }
}
