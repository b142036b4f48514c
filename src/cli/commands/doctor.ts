import { UsageError } from '../../model/problem.ts';
import { checkAccess, readPolicies } from '../../scan/live/collect.ts';
import { accessText } from '../access-text.ts';
import { flagOf, textsOf } from '../answers.ts';
import { collectRequest } from '../collect-request.ts';
import { json } from '../columns.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Answers, Handler, Io } from '../io.ts';
import { version } from '../version.ts';

/** Whether a live scan would see everything; and what the role for it needs. */
export const doctorCommand: Handler = async ({ args: [topic], options, io }) => {
  if (topic !== undefined && topic !== 'permissions')
    throw new UsageError(`doctor knows nothing of ${topic}`, { hint: 'plumbline doctor permissions' });
  if (flagOf(options, 'policy')) return printPolicies(options, io);
  io.stdout.write(`plumbline ${version()} · Node ${process.versions.node}\n`);
  const access = await checkAccess(
    collectRequest(options, ''),
    topic === 'permissions' ? 'services' : 'accounts',
  );
  io.stdout.write(accessText(access));
  return access.accounts.every(({ missing }) => missing.length === 0) ? exitCodes.ok : exitCodes.incomplete;
};

/** A managed policy holds 6,144 characters: several documents when one does not hold all actions. */
async function printPolicies(options: Answers, io: Io): Promise<number> {
  const services = textsOf(options, 'services').flatMap(text => text.split(','));
  const { member, caller } = await readPolicies(services);
  const [only, ...others] = member;
  io.stdout.write(json(others.length === 0 ? only : member));
  if (others.length > 0)
    io.stderr.write(`${member.length} managed policies: one holds 6,144 characters at most\n`);
  io.stderr.write(
    `the caller of --org also needs: ${caller.Statement.flatMap(({ Action }) => Action).join(', ')}\n`,
  );
  return exitCodes.ok;
}
