#!/usr/bin/env node
import { guardProcess, processIo } from './cli/process-io.ts';
import { run } from './cli/run.ts';

const io = processIo();
guardProcess(io);
process.exitCode = await run(process.argv.slice(2), io);
