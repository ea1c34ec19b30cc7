import type { Command } from './commands';
import type { Word } from './instructions';

/** Programs that install packages. */
export type PackageManager = 'apt' | 'apk' | 'yum' | 'dnf' | 'zypper' | 'pip' | 'npm' | 'gem' | 'go' | 'yarn';

/** One use of a package manager. */
export interface PackageCommand {
  readonly manager: PackageManager;
  readonly command: Command;
  /** `install`, `update` and so on. */
  readonly verb: Word;
  /** What follows the verb and is neither an option nor its value. */
  readonly operands: readonly Word[];
}

interface Spec {
  readonly programs: RegExp;
  /** Options that take the next word as their value. */
  readonly valued: ReadonlySet<string>;
}

const specs: Readonly<Record<PackageManager, Spec>> = {
  apt: {
    programs: /^(?:apt|apt-get|aptitude)$/,
    valued: new Set(['-t', '--target-release', '-o', '--option', '-c']),
  },
  apk: {
    programs: /^apk$/,
    valued: new Set(['-t', '--virtual', '-X', '--repository', '-p', '--root', '--arch']),
  },
  yum: {
    programs: /^yum$/,
    valued: new Set(['-c', '-x', '--enablerepo', '--disablerepo', '--installroot', '--releasever']),
  },
  dnf: {
    programs: /^(?:dnf5?|microdnf|tdnf)$/,
    valued: new Set([
      '-c',
      '-x',
      '--enablerepo',
      '--disablerepo',
      '--installroot',
      '--releasever',
      '--repo',
      '--setopt',
    ]),
  },
  zypper: {
    programs: /^zypper$/,
    valued: new Set(['-t', '--type', '-r', '--repo', '--from', '-R', '--root']),
  },
  pip: {
    programs: /^pip(?:\d+(?:\.\d+)?)?$/,
    valued: new Set(
      '-r --requirement -c --constraint -e --editable -t --target -i --index-url --extra-index-url -f --find-links --trusted-host --prefix --root --platform --python-version --implementation --abi --only-binary --no-binary --src --cache-dir --timeout --proxy --cert --client-cert --upgrade-strategy --progress-bar -C --config-settings --report --retries --python --log'.split(
        ' ',
      ),
    ),
  },
  npm: {
    programs: /^npm$/,
    valued: new Set([
      '--prefix',
      '-C',
      '--registry',
      '--cache',
      '--loglevel',
      '--omit',
      '--userconfig',
      '-w',
      '--workspace',
    ]),
  },
  gem: {
    programs: /^gem$/,
    valued: new Set([
      '-v',
      '--version',
      '-i',
      '--install-dir',
      '-n',
      '--bindir',
      '-s',
      '--source',
      '-P',
      '--platform',
    ]),
  },
  go: { programs: /^go$/, valued: new Set(['-o', '-ldflags', '-tags', '-C', '-gcflags', '-mod']) },
  yarn: { programs: /^yarn$/, valued: new Set(['--cwd', '--cache-folder', '--registry']) },
};

/** The command as a use of a package manager; undefined for any other command. */
export function packageCommand(given: Command): PackageCommand | undefined {
  const command = withoutPython(given);
  for (const [manager, spec] of entriesOf(specs)) {
    if (!spec.programs.test(command.name)) continue;
    const plain = operandsOf(command.words.slice(1), spec.valued);
    const [verb, ...operands] = plain;
    return verb && { manager, command, verb, operands };
  }
  return undefined;
}

/** The packages that a command installs; undefined when it installs nothing. */
export function installOf(command: Command): PackageCommand | undefined {
  const found = packageCommand(command);
  return found && installVerbs[found.manager].test(found.verb.text) ? found : undefined;
}

const installVerbs: Readonly<Record<PackageManager, RegExp>> = {
  apt: /^(?:install|reinstall)$/,
  apk: /^add$/,
  yum: /^(?:install|groupinstall|localinstall|reinstall)$/,
  dnf: /^(?:install|groupinstall|localinstall|reinstall|in)$/,
  zypper: /^(?:install|in|source-install|si|patch)$/,
  pip: /^install$/,
  npm: /^(?:install|i|add)$/,
  gem: /^(?:install|i)$/,
  go: /^(?:install|get|run)$/,
  yarn: /^(?:install|add|global)$/,
};

/** `python -m pip …` is `pip …`. */
function withoutPython(command: Command): Command {
  if (!/^python(?:\d+(?:\.\d+)?)?$/.test(command.name)) return command;
  const at = command.words.findIndex(({ text }) => text === '-m');
  const module = command.words[at + 1];
  if (at < 0 || module?.text !== 'pip') return command;
  return { ...command, name: 'pip', words: command.words.slice(at + 1) };
}

function operandsOf(words: readonly Word[], valued: ReadonlySet<string>): Word[] {
  const found: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (word.text === '--') continue;
    if (!word.text.startsWith('-')) found.push(word);
    else if (valued.has(word.text)) at++;
  }
  return found;
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  // Keys of a record declared with exactly these keys.
  return Object.entries(record) as [K, V][];
}
