#!/usr/bin/env node
import { guardProcess, processIo } from './cli/process-io.ts';
import { run } from './cli/run.ts';
import { keepYoungSpaceSmall } from './cli/young-space.ts';

const args = process.argv.slice(2);
keepYoungSpaceSmall(args);
const io = processIo();
guardProcess(io);
process.exitCode = await run(args, io);
