import * as vscode from 'vscode';

/** What a user did in one step. */
export type StepResult<T> =
  | { readonly is: 'answer'; readonly value: T }
  | { readonly is: 'back' }
  | { readonly is: 'rest' }
  | { readonly is: 'cancel' };

/** What all steps of one run share. */
export interface StepFrame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
  /** Offers to take the defaults for this and all later steps. */
  readonly offersRest: boolean;
}

const restIcon = new vscode.ThemeIcon('check-all');

/** Asks for a line of text, with validation while typing. */
export function askText(
  frame: StepFrame,
  question: { readonly prompt: string; readonly value: string; readonly password: boolean },
  validate: (text: string) => string | undefined,
): Promise<StepResult<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = question.prompt;
  input.value = question.value;
  input.password = question.password;
  const check = (): boolean => {
    const fault = validate(input.value);
    input.validationMessage =
      fault === undefined ? undefined : { message: fault, severity: vscode.InputBoxValidationSeverity.Error };
    return fault === undefined;
  };
  return runStep(input, frame, (finish) => {
    input.onDidChangeValue(check);
    input.onDidAccept(() => {
      if (check()) finish({ is: 'answer', value: input.value });
    });
    if (question.value !== '') check();
  });
}

/** Asks for one of several choices. */
export function askChoice<T extends vscode.QuickPickItem>(
  frame: StepFrame,
  question: { readonly placeholder: string; readonly items: readonly T[]; readonly active?: T | undefined },
): Promise<StepResult<T>> {
  const pick = vscode.window.createQuickPick<T>();
  pick.placeholder = question.placeholder;
  pick.items = question.items;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (question.active) pick.activeItems = [question.active];
  return runStep(pick, frame, (finish) => {
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item) finish({ is: 'answer', value: item });
    });
  });
}

/** Asks for any number of choices. */
export function askChoices<T extends vscode.QuickPickItem>(
  frame: StepFrame,
  question: { readonly placeholder: string; readonly items: readonly T[]; readonly picked: readonly T[] },
  validate: (items: readonly T[]) => string | undefined,
): Promise<StepResult<readonly T[]>> {
  const pick = vscode.window.createQuickPick<T>();
  pick.canSelectMany = true;
  pick.placeholder = question.placeholder;
  pick.items = question.items;
  pick.selectedItems = question.picked;
  return runStep(pick, frame, (finish) => {
    pick.onDidAccept(() => {
      const fault = validate(pick.selectedItems);
      if (fault === undefined) finish({ is: 'answer', value: pick.selectedItems });
      else pick.title = `${frame.title} – ${fault}`;
    });
  });
}

/** Shows an input and waits for its one result; hiding it is cancelling, for the draft is kept anyway. */
function runStep<T>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  frame: StepFrame,
  listen: (finish: (result: StepResult<T>) => void) => void,
): Promise<StepResult<T>> {
  input.title = frame.title;
  input.step = frame.step;
  input.totalSteps = frame.totalSteps;
  const rest = { iconPath: restIcon, tooltip: vscode.l10n.t('Use defaults for the rest') };
  input.buttons = [
    ...(frame.canGoBack ? [vscode.QuickInputButtons.Back] : []),
    ...(frame.offersRest ? [rest] : []),
  ];
  return new Promise((resolve) => {
    let settled = false;
    const finish = (result: StepResult<T>): void => {
      if (settled) return;
      settled = true;
      resolve(result);
      input.dispose();
    };
    input.onDidTriggerButton((button) => {
      finish({ is: button === vscode.QuickInputButtons.Back ? 'back' : 'rest' });
    });
    input.onDidHide(() => {
      finish({ is: 'cancel' });
    });
    listen(finish);
    input.show();
  });
}
