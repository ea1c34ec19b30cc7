/** The box at the top of the window: palette, quick pick and the steps of a wizard. */
export class QuickInput {
  #page;

  constructor(page) {
    this.#page = page;
    this.widget = page.locator('.quick-input-widget:visible');
    this.field = this.widget.locator('input.input').first();
  }

  /** A row that shows the text. */
  row(text) {
    return this.widget.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }

  /** Replaces what is in the field. */
  async type(text) {
    await this.field.waitFor();
    await this.field.fill(text);
  }

  /** Clicks the row whose label is the text, or else the first row that shows it. */
  async pick(text) {
    await this.row(text).first().waitFor();
    const exact = this.row(text).filter({ has: this.#page.getByText(text, { exact: true }) });
    await ((await exact.count()) > 0 ? exact : this.row(text)).first().click();
  }

  /** Types an answer and goes on, as a user does in a step with a text. */
  async answer(text) {
    await this.type(text);
    await this.#page.keyboard.press('Enter');
  }

  /** Ticks or unticks the box of a row, where several may be chosen. */
  async toggle(text) {
    await this.row(text)
      .first()
      .locator('.quick-input-list-checkbox, .monaco-checkbox, input[type=checkbox]')
      .first()
      .click();
  }

  /** Confirms what is chosen or ticked. A box that was just clicked has the focus, so Enter would untick it. */
  async accept() {
    const button = this.widget.getByRole('button', { name: 'OK', exact: true });
    if (await button.isVisible()) await button.click();
    else await this.#page.keyboard.press('Enter');
  }

  /** Waits for a step by its title, as "Scaffold Component (2/5)". */
  async waitForTitle(text) {
    await this.widget.locator('.quick-input-title', { hasText: text }).waitFor();
  }

  /** Waits until the message under the field says what is wrong. */
  async waitForMessage(text) {
    await this.widget.locator('.quick-input-message', { hasText: text }).waitFor();
  }

  /** Goes a step back. */
  async back() {
    await this.widget.locator('.quick-input-titlebar .codicon-quick-input-back').click();
  }

  /** All rows that are drawn, once there is one; a long list draws only what is in view. */
  async rows() {
    await this.row('').first().waitFor();
    return this.widget.locator('.quick-input-list .monaco-list-row').allInnerTexts();
  }

  /** Leaves without an answer, and waits until the box is gone. */
  async cancel() {
    await this.#page.keyboard.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }
}
