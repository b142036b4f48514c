import type { Progress } from '../scan/live/collect.ts';
import type { Sink } from './io.ts';

/** Milliseconds between two looks: at a terminal, and where lines are kept. */
const pace = { terminal: 250, log: 60_000 } as const;

interface Count {
  expected: number;
  done: number;
  bad: number;
  planned: boolean;
}

interface State {
  readonly counts: Map<string, Count>;
  readonly started: number;
  accounts: number;
  done: number;
  throttled: number;
  calls: number;
}

/** Says how far a collection is: one line that changes on a terminal; elsewhere a line an account, and a heartbeat. */
export function collectProgress(stderr: Sink, quiet: boolean): Progress & { readonly end: () => void } {
  const state: State = {
    counts: new Map(),
    started: Date.now(),
    accounts: 0,
    done: 0,
    throttled: 0,
    calls: 0,
  };
  const show = (end: string): void =>
    stderr.write(stderr.isTTY ? `\r\u{1b}[K${lineOf(state)}${end}` : `${lineOf(state)}\n`);
  const timer = quiet ? undefined : setInterval(() => show(''), stderr.isTTY ? pace.terminal : pace.log);
  timer?.unref();
  return {
    ...counting(state, (account, { bad, done }) => {
      if (quiet || stderr.isTTY) return;
      const outcome = bad === 0 ? 'ok' : `${bad} of ${done} services not ok`;
      stderr.write(`${account}  ${outcome}  (${state.done}/${state.accounts})\n`);
    }),
    end: () => {
      clearInterval(timer);
      if (!quiet) show('\n');
    },
  };
}

/** Keeps the counts, and tells when an account is through. */
function counting(state: State, through: (account: string, count: Count) => void): Progress {
  const countOf = (account: string): Count => {
    const count = state.counts.get(account) ?? { expected: 0, done: 0, bad: 0, planned: false };
    state.counts.set(account, count);
    return count;
  };
  const settle = (account: string, count: Count): void => {
    if (!count.planned || count.done < count.expected) return;
    state.done += 1;
    through(account, count);
  };
  return {
    accounts: count => {
      state.accounts = count;
    },
    expect: (account, units) => {
      countOf(account).expected += units;
    },
    done: ({ account, status, calls }) => {
      const count = countOf(account);
      count.done += 1;
      if (status !== 'ok') count.bad += 1;
      state.calls += calls;
      settle(account, count);
    },
    planned: ({ id }) => {
      const count = countOf(id);
      count.planned = true;
      settle(id, count);
    },
    throttled: () => {
      state.throttled += 1;
    },
  };
}

function lineOf({ counts, started, accounts, done, throttled, calls }: State): string {
  const elapsed = Date.now() - started;
  const units = [...counts.values()];
  const read = units.reduce((sum, count) => sum + count.done, 0);
  const expected = units.reduce((sum, count) => sum + count.expected, 0);
  const planned = units.filter(count => count.planned).length;
  // Accounts that are not planned yet will be like those that are.
  const all = planned === 0 ? 0 : (expected / planned) * Math.max(planned, accounts);
  const left = read === 0 || all === 0 ? '' : ` · left ~${clock((elapsed * (all - read)) / read)}`;
  return `${done}/${accounts} accounts · ${calls} calls, ${throttled} throttled · ${clock(elapsed)}${left}`;
}

/** `1:02:03` */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map(part => String(part).padStart(2, '0')).join(':');
}
