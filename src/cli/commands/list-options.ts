import { parseArgs } from 'node:util';
import { UsageError } from '../streams';

/** The options that all listing commands share. */
export function readListOptions(argv: readonly string[]): {
  readonly json: boolean;
  readonly positionals: readonly string[];
} {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'pretty' } },
  });
  if (values.format !== 'pretty' && values.format !== 'json')
    throw new UsageError('--format must be pretty or json.');
  return { json: values.format === 'json', positionals };
}
