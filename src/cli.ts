import { run } from './cli/run';

// The process is left to end by itself: a forced exit could cut off what is still being written to a pipe.
void run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  cwd: process.cwd(),
  environment: process.env,
  today: new Date().toISOString().slice(0, 10),
}).then((code) => {
  process.exitCode = code;
});
