import { startBroker, type Broker } from './broker';
import { environmentOf, toolEnvironment, type Environment } from './python';

/** Costly things that many checks share, made when the first of them asks. */
export class Workbench {
  private readonly brokers = new Map<string, Promise<Broker>>();
  private readonly environments = new Map<string, Promise<Environment>>();
  private tools: Promise<Environment> | undefined;
  private scanners: Promise<Environment> | undefined;

  /** The environment of a lock file and a Python version. */
  environment(lockFile: string, version: string): Promise<Environment> {
    const key = `${version} ${lockFile}`;
    const kept = this.environments.get(key) ?? environmentOf(lockFile, version);
    this.environments.set(key, kept);
    return kept;
  }

  /** The environment of the tools that look at generated files. */
  toolEnvironment(): Promise<Environment> {
    this.tools ??= toolEnvironment('tools.txt');
    return this.tools;
  }

  /** The environment of the field's linters of infrastructure and workflows. */
  scannerEnvironment(): Promise<Environment> {
    this.scanners ??= toolEnvironment('scanners.txt');
    return this.scanners;
  }

  /** The running broker of a version. */
  broker(version: string): Promise<Broker> {
    const kept = this.brokers.get(version) ?? startBroker(version);
    this.brokers.set(version, kept);
    return kept;
  }

  /** Ends all that was started. */
  async dispose(): Promise<void> {
    const started = await Promise.allSettled([...this.brokers.values()]);
    this.brokers.clear();
    for (const one of started) {
      if (one.status === 'fulfilled') await one.value.stop();
    }
  }
}
