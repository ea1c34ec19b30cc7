'use strict';
// Stands in for the native logger, so that the host needs no compiler: appends lines to one file, never rotates.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  #file;
  #threshold = LEVELS.indexOf('info');
  #bare = false;

  constructor(file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  append(level, message) {
    if (level < this.#threshold) return;
    const line = this.#bare ? message : `${new Date().toISOString()} [${LEVELS[level]}] ${message}\n`;
    try {
      appendFileSync(this.#file, line);
    } catch {
      // The runner has removed the folder while the host was still shutting down.
    }
  }

  getLevel() {
    return this.#threshold;
  }

  setLevel(level) {
    this.#threshold = level;
  }

  clearFormatters() {
    this.#bare = true;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    this.append(level, message);
  };
});

const createLogger = async (_name, file) => new Logger(file);

// One assignment each: VS Code imports these by name, and Node finds the names in no other form.
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
