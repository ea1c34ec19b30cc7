/** A published weakness of a package, mended in the release `fixed`. */
export interface Fault {
  readonly fixed: string;
  readonly id: string;
  readonly harm: string;
}

/** Weaknesses that matter where models of others are loaded or servers are reached; the worst first. As of 2026-11-23. */
export const faults: ReadonlyMap<string, readonly Fault[]> = new Map(
  Object.entries({
    torch: [
      {
        fixed: '2.6.0',
        id: 'CVE-2025-32434',
        harm: 'torch.load runs code of a model file even with weights_only=True',
      },
      {
        fixed: '2.10.0',
        id: 'CVE-2026-24747',
        harm: 'a crafted model file corrupts memory even with weights_only=True',
      },
    ],
    keras: [
      {
        fixed: '3.9.0',
        id: 'CVE-2025-1550',
        harm: 'load_model runs code of a model file even with safe_mode=True',
      },
    ],
    mlflow: [{ fixed: '2.17.0', id: 'CVE-2024-8859', harm: 'the server hands out any file of its machine' }],
    ray: [
      {
        fixed: '2.52.0',
        id: 'CVE-2025-62593',
        harm: 'a web page that a developer visits can run code in the cluster',
      },
    ],
  }),
);

/** The day on which each Python got its last repair. */
export const lastDays: Readonly<Record<string, string>> = {
  '3.7': '2023-06-27',
  '3.8': '2024-10-07',
  '3.9': '2025-10-31',
  '3.10': '2026-10-31',
  '3.11': '2027-10-31',
};
