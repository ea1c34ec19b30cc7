/** The variables that VS Code documents, each with a value that an editor could give it. */
export const sampleVariables: Readonly<Record<string, string>> = {
  TM_SELECTED_TEXT: '',
  TM_CURRENT_LINE: '',
  TM_CURRENT_WORD: '',
  TM_LINE_INDEX: '0',
  TM_LINE_NUMBER: '1',
  TM_FILENAME: 'fraud-scorer.yaml',
  TM_FILENAME_BASE: 'fraud-scorer',
  TM_DIRECTORY: '/home/dev/fraud-detection/serving',
  TM_FILEPATH: '/home/dev/fraud-detection/serving/fraud-scorer.yaml',
  RELATIVE_FILEPATH: 'serving/fraud-scorer.yaml',
  CLIPBOARD: '',
  WORKSPACE_NAME: 'fraud-detection',
  WORKSPACE_FOLDER: '/home/dev/fraud-detection',
  CURSOR_INDEX: '0',
  CURSOR_NUMBER: '1',
  CURRENT_YEAR: '2026',
  CURRENT_YEAR_SHORT: '26',
  CURRENT_MONTH: '11',
  CURRENT_MONTH_NAME: 'November',
  CURRENT_MONTH_NAME_SHORT: 'Nov',
  CURRENT_DATE: '23',
  CURRENT_DAY_NAME: 'Monday',
  CURRENT_DAY_NAME_SHORT: 'Mon',
  CURRENT_HOUR: '09',
  CURRENT_MINUTE: '30',
  CURRENT_SECOND: '00',
  CURRENT_SECONDS_UNIX: '1795426200',
  CURRENT_TIMEZONE_OFFSET: '+00:00',
  RANDOM: '402931',
  RANDOM_HEX: '0c4b2f',
  UUID: '3d1b6f0e-5c1a-4b7e-9a51-6a1c2f0d9b44',
  BLOCK_COMMENT_START: '/*',
  BLOCK_COMMENT_END: '*/',
  LINE_COMMENT: '#',
};

/** Whether VS Code knows a variable; of any other it would write the name. */
export function isKnownVariable(name: string): boolean {
  return Object.hasOwn(sampleVariables, name);
}
