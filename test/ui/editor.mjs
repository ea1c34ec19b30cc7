/** The active text editor: its text, squiggles, hover and quick fixes. */
export class Editor {
  #page;

  constructor(page) {
    this.#page = page;
    this.widget = page.locator('.editor-group-container.active .editor-instance').first();
  }

  /** Waits until text is drawn. */
  async waitForText(text) {
    const lines = this.widget.locator('.view-lines .view-line');
    await (text === undefined ? lines : lines.filter({ hasText: text })).first().waitFor();
  }

  /** The lines that are drawn, in their order, with ordinary spaces. */
  async visibleText() {
    const lines = await this.widget.locator('.view-lines .view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((left, right) => left.top - right.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** The squiggles of a severity: error, warning, info or hint. */
  squiggles(severity) {
    return this.widget.locator(severity === undefined ? '[class*="squiggly-"]' : `.squiggly-${severity}`);
  }

  /** Puts the cursor at a line and column, both counted from one, by the keyboard alone. */
  async goTo(line, column = 1) {
    await this.#page.keyboard.press('Control+G');
    const field = this.#page.locator('.quick-input-widget:visible input.input').first();
    await field.fill(`:${line}:${column}`);
    await this.#page.keyboard.press('Enter');
    await field.waitFor({ state: 'hidden' });
  }

  /** Puts the cursor into some text with the mouse. */
  async clickOn(text) {
    const { x, y } = await this.#centreOf(text);
    await this.#page.mouse.click(x, y);
  }

  /** Writes text at the cursor, key by key. */
  async write(text) {
    await this.#page.keyboard.type(text);
  }

  /** The actions above a line that say the text. */
  codeLens(text) {
    return this.widget.locator('.codelens-decoration', { hasText: text });
  }

  /** Rests the mouse on some text and waits for a hover that says `expected`. */
  async hoverOver(text, expected) {
    const place = await this.#centreOf(text);
    await this.#page.mouse.move(place.x - 40, place.y - 60);
    await this.#page.mouse.move(place.x, place.y, { steps: 4 });
    const hover = this.hover(expected);
    await hover.waitFor();
    return hover;
  }

  /** The hover that says the text. */
  hover(text) {
    return this.#page.locator('.monaco-hover:visible', { hasText: text }).first();
  }

  /** Opens the quick fixes at the cursor and waits until they are listed. */
  async openQuickFixes() {
    await this.#untilFocused();
    // VS Code asks for actions some time after the cursor moved; a key that comes earlier is answered with "none", as a
    // person would see, who would press it again.
    for (let tries = 1; ; tries++) {
      await this.#page.keyboard.press('Control+.');
      try {
        await this.#fixRows().first().waitFor({ timeout: 3000 });
        return;
      } catch (error) {
        if (tries === 10) throw error;
        await this.#page.keyboard.press('Escape');
        await this.#untilFocused();
      }
    }
  }

  /** The titles of the quick fixes at the cursor; the list stays open. */
  async quickFixes() {
    await this.openQuickFixes();
    return (await this.#fixRows().allInnerTexts()).map((title) => title.trim());
  }

  /** Leaves the list of quick fixes without choosing one. */
  async closeQuickFixes() {
    await this.#page.keyboard.press('Escape');
    await this.#fixRows().first().waitFor({ state: 'hidden' });
  }

  /** Applies the quick fix with the title at the cursor. */
  async applyQuickFix(title) {
    await this.openQuickFixes();
    await this.#fixRows().filter({ hasText: title }).first().click();
    await this.#fixRows().first().waitFor({ state: 'hidden' });
  }

  /** A menu that closes gives the keyboard back a little later. */
  async #untilFocused() {
    await this.widget.locator('.monaco-editor.focused').first().waitFor();
  }

  #fixRows() {
    return this.#page.locator('.action-widget .monaco-list-row.action');
  }

  /** A token may begin or end inside the text, so its place is measured, not looked up as an element. */
  async #centreOf(text) {
    await this.waitForText();
    const place = await this.widget.locator('.view-lines').evaluate((lines, wanted) => {
      const textOf = (line) => (line.textContent ?? '').replaceAll('\u00a0', ' ');
      const found = [...lines.querySelectorAll('.view-line')].filter((line) => textOf(line).includes(wanted));
      if (found.length > 1) throw new Error(`"${wanted}" is in ${found.length} lines; name more of it`);
      for (const line of found) {
        const at = textOf(line).indexOf(wanted);
        const range = document.createRange();
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let passed = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent.length;
          if (at >= passed && at < passed + length) range.setStart(node, at - passed);
          const end = at + wanted.length;
          if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
          passed += length;
        }
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return undefined;
    }, text);
    if (!place) throw new Error(`"${text}" is not in view in the editor`);
    return place;
  }
}
