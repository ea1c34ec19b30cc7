/** Looks for what keeps people out: axe-core's rules, run inside a page or a webview. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The violations in the document that the locator is in (such as `workbench.webview().locator('html')`), one line each.
 * The script is evaluated by the debugger, so the webview's content security policy does not stop it.
 */
export async function accessibilityViolations(locator) {
  const violations = await locator.evaluate(async (element, source) => {
    const axe = new Function(
      `const module = undefined, exports = undefined; ${source}; return globalThis.axe ?? axe;`,
    )();
    // A webview is transparent and shows the editor's colour; axe takes what it cannot see for white.
    const { documentElement } = element.ownerDocument;
    const behind = getComputedStyle(documentElement).getPropertyValue('--vscode-editor-background');
    if (behind) documentElement.style.backgroundColor = behind;
    const { violations: found } = await axe.run(element.ownerDocument);
    return found.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      targets: nodes.map(({ html }) => html),
    }));
  }, AXE);
  return violations.map(({ id, impact, help, targets }) => `${impact}: ${id}: ${help}: ${targets.join(' ')}`);
}
