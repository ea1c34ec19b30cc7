/** Opens a rule's page; takes the rule's id. */
export const explainCommand = 'aiPatterns.explainRule';

/** Does all safe fixes of the active editor's file. */
export const fixAllCommand = 'aiPatterns.fixAllSafe';

/** Silences a rule for one line, with a reason. */
export const suppressCommand = 'aiPatterns.disableForLine';

/** Checks every file of the workspace and shows the Problems panel. */
export const checkWorkspaceCommand = 'aiPatterns.checkWorkspace';

/** Opens our log. */
export const showLogCommand = 'aiPatterns.showLog';

/** Inserts a snippet; takes its prefix, else it asks. */
export const insertSnippetCommand = 'aiPatterns.insertSnippet';
