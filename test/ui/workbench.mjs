/**
 * Drives the real VS Code workbench the way a user does, with the packed extension installed.
 * Selectors are VS Code's own and not an interface that it keeps: they stand here, and nowhere else.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { launchBrowser } from '../host/browser.mjs';
import { startServer, TEST_BUILTINS, workbenchUrl } from '../host/server.mjs';
import { Editor } from './editor.mjs';
import { QuickInput } from './quick-input.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');
const WAIT_MS = 30_000;

/**
 * The themes that pictures are taken in. The workbench follows the colours of the "system", which the browser plays, so
 * that a theme changes while a menu or a hover stays open.
 */
export const THEMES = {
  dark: { colorScheme: 'dark', forcedColors: 'none', id: 'dark_modern' },
  light: { colorScheme: 'light', forcedColors: 'none', id: 'light_modern' },
  'high-contrast': { colorScheme: 'dark', forcedColors: 'active', id: 'hc_black' },
  'high-contrast-light': { colorScheme: 'light', forcedColors: 'active', id: 'hc_light' },
};

/** What makes pictures the same each time. */
const STEADY_SETTINGS = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.preferredDarkColorTheme': 'Dark Modern',
  'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
  'workbench.preferredHighContrastLightColorTheme': 'Default High Contrast Light',
  'workbench.preferredLightColorTheme': 'Light Modern',
  'workbench.reduceMotion': 'on',
  'workbench.tips.enabled': false,
};

const opened = new Set();

/** The workbenches that are open now, for pictures of a failure and for cleaning up. */
export const openWorkbenches = () => [...opened];

/** One browser page on one VS Code, with a copy of a workspace of its own. */
export class Workbench {
  /**
   * Opens a copy of the folder `workspace` (or of a folder with a `.code-workspace` file, named in `workspaceFile`).
   * `settings` are the user's; `theme` one of THEMES; `size` the window's; `language` that of VS Code's display; `builtins` extensions of VS
   * Code's own that the scenario needs beside the usual ones.
   */
  static async open({
    workspace,
    name = 'fraud-detection',
    workspaceFile,
    settings = {},
    theme = 'dark',
    size = { width: 1280, height: 800 },
    language,
    builtins = [],
  } = {}) {
    const parent = mkdtempSync(join(tmpdir(), 'ai-patterns-ui-'));
    // The name of the folder is seen in pictures, so it is always the same.
    const folder = join(parent, name);
    mkdirSync(folder);
    if (workspace) cpSync(workspace, folder, { recursive: true });
    const server = await startServer({
      extensionsFolder: process.env.AI_PATTERNS_EXTENSIONS,
      settings: { ...STEADY_SETTINGS, ...settings },
      builtins: [...TEST_BUILTINS, ...builtins],
    });
    const workbench = new Workbench(server, folder, theme);
    workbench.language = language;
    opened.add(workbench);
    try {
      await workbench.#show(
        workspaceFile ? { workspaceFile: join(folder, workspaceFile) } : { folder },
        size,
      );
      return workbench;
    } catch (error) {
      await workbench.close();
      throw error;
    }
  }

  constructor(server, folder, theme) {
    this.server = server;
    /** The copy of the workspace on disk, to look at what was written. */
    this.folder = folder;
    this.theme = theme;
  }

  async #show(what, viewport) {
    this.browser = await launchBrowser();
    const context = await this.browser.newContext({
      viewport,
      ...this.#media(),
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    this.page = await context.newPage();
    // What a language pack sets; there is none here, so that VS Code's own texts stay English and ours do not.
    if (this.language !== undefined)
      await this.page.addInitScript((language) => {
        globalThis._VSCODE_NLS_LANGUAGE = language;
      }, this.language);
    this.page.setDefaultTimeout(WAIT_MS);
    this.quickInput = new QuickInput(this.page);
    this.editor = new Editor(this.page);
    await this.page.goto(workbenchUrl(this.server, what));
    await this.page.locator('.monaco-workbench').waitFor();
    await this.#untilReady();
  }

  /** The workbench draws itself before it knows its theme and its workspace. */
  async #untilReady() {
    await this.page.locator('.part.statusbar .statusbar-item').first().waitFor();
    await this.#untilThemeShows();
  }

  #media() {
    const { colorScheme, forcedColors } = THEMES[this.theme];
    return { colorScheme, forcedColors };
  }

  #untilThemeShows() {
    return this.page
      .locator(`.monaco-workbench.vscode-theme-defaults-themes-${THEMES[this.theme].id}-json`)
      .waitFor();
  }

  /** Ends browser and server and removes the copy of the workspace. */
  async close() {
    opened.delete(this);
    await this.browser?.close().catch(() => undefined);
    await this.server.stop();
    rmSync(dirname(this.folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** Loads the page anew, as a user does with "Reload Window". */
  async reload() {
    await this.page.reload();
    await this.#untilReady();
  }

  /** Runs a command by its full title in the palette, such as "AI Patterns: Scaffold Component…". */
  async runCommand(title) {
    await this.#ask('F1', `>${title}`);
    await this.quickInput.pick(title);
  }

  /** Opens a file of the workspace by its path and waits for its editor. */
  async openFile(path) {
    await this.#ask('Control+P', path);
    const name = path.split('/').at(-1);
    await this.quickInput.pick(name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.waitForText();
  }

  /**
   * Opens the box at the top and types. A key that is pressed while a webview takes the focus reaches nobody, and a box
   * that loses the focus to an editor closes, so both are done until the text stands there.
   */
  async #ask(key, text) {
    for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline;) {
      await this.page.keyboard.press(key);
      const isTyped = await this.quickInput.field.fill(text, { timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (isTyped) return;
    }
    throw new Error(`${key} opens no input that takes "${text}"`);
  }

  /** A row of the Explorer. */
  explorerRow(name) {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  }

  /** Chooses an entry of a context menu that a right click on the locator opens. */
  async chooseFromMenu(target, entry) {
    await target.click({ button: 'right' });
    const menu = this.page.locator('.monaco-menu');
    // A new menu takes no click for a moment, lest the one that opened it chooses something; a key it always takes.
    await menu.locator('.action-item', { hasText: entry }).first().hover();
    await menu.locator('.action-item.focused', { hasText: entry }).waitFor();
    await this.page.keyboard.press('Enter');
    await menu.waitFor({ state: 'hidden' });
  }

  /** Opens the Problems view and gives its rows, files and findings, once one with `text` is there. */
  async problems(text) {
    await this.runCommand('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: text }).first().waitFor();
    return rows.allInnerTexts();
  }

  /** A message in the corner. */
  notification(text) {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** A modal dialog. */
  dialog(text) {
    return this.page.locator('.monaco-dialog-box', { hasText: text });
  }

  /** Answers a modal dialog with one of its buttons, and waits until it is gone. */
  async answerDialog(text, button) {
    await this.dialog(text).getByRole('button', { name: button, exact: true }).click();
    await this.dialog(text).waitFor({ state: 'hidden' });
  }

  /** Vouches for the workspace, as a user does who was shown it in Restricted Mode. */
  async trustWorkspace() {
    await this.runCommand('Workspaces: Manage Workspace Trust');
    const editor = this.page.locator('.workspace-trust-editor');
    await editor.getByRole('button', { name: 'Trust', exact: true }).click();
    await this.page.locator('.workspace-trust-editor.trusted').waitFor();
    await this.page
      .getByRole('button', { name: /^Close/ })
      .last()
      .click();
    await editor.waitFor({ state: 'hidden' });
  }

  /** Unfolds a view in the side bar by its title. */
  async expandView(view) {
    const header = this.page.locator(`.pane-header[aria-label*="${view}"]`);
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  }

  /** A row of a view in the side bar or the panel, by the view's title. */
  viewRow(view, text) {
    return this.page
      .locator('.pane', { has: this.page.locator(`.pane-header[aria-label*="${view}"]`) })
      .locator('.monaco-list-row', { hasText: text });
  }

  /**
   * Unfolds a row of a tree. A tree that is drawn anew between press and release of the button takes no click, so the
   * state that the row tells is waited for, and the click given again where it did not come.
   */
  async unfold(row) {
    const isOpen = async () => (await row.getAttribute('aria-expanded')) === 'true';
    for (const deadline = Date.now() + WAIT_MS; !(await isOpen());) {
      if (Date.now() > deadline) throw new Error(`The row does not unfold: ${await row.innerText()}`);
      await row.click();
      const handle = await row.elementHandle();
      await this.page
        .waitForFunction((element) => element.getAttribute('aria-expanded') === 'true', handle, {
          timeout: 2000,
        })
        .catch(() => undefined);
    }
  }

  /** The document inside the last webview that is open. */
  webview() {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  }

  /** Presses keys one after the other: `press('Control+K', 'Control+I')`. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What has the keyboard: its role, and the name that a screen reader says. */
  focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const describer = element?.getAttribute('aria-activedescendant');
      const active = (describer && document.getElementById(describer)) || element;
      return {
        role: active?.getAttribute('role') ?? active?.tagName.toLowerCase(),
        name: active?.getAttribute('aria-label') ?? active?.textContent ?? '',
      };
    });
  }

  /** Changes settings of the folder, on disk, while the workbench is open. */
  changeSettings(changes) {
    const file = join(this.folder, '.vscode/settings.json');
    mkdirSync(dirname(file), { recursive: true });
    const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    writeFileSync(file, JSON.stringify({ ...before, ...changes }, undefined, 2));
  }

  /** Changes the theme and waits until it shows; what is open stays open. */
  async setTheme(theme) {
    this.theme = theme;
    await this.page.emulateMedia(this.#media());
    await this.#untilThemeShows();
  }

  /** Takes a picture, `out/screenshots/<name>-<theme>.png`, and gives its path. */
  async screenshot(name, { theme, target } = {}) {
    if (theme && theme !== this.theme) await this.setTheme(theme);
    mkdirSync(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name}-${this.theme}.png`);
    await (target ?? this.page).screenshot({ path, animations: 'disabled', caret: 'hide' });
    return path;
  }

  /** Takes the same picture in several themes, and goes back to the first. */
  async screenshotInThemes(name, themes = ['dark', 'light', 'high-contrast']) {
    const before = this.theme;
    for (const theme of themes) await this.screenshot(name, { theme });
    await this.setTheme(before);
  }
}
