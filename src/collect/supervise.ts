import { checkAnswer } from './answers/check-answer.ts';
import type { AwsClient } from './aws-client.ts';
import { isExpired } from './failure.ts';

/** Stands before every call of a client. */
export interface Supervisor {
  /** Throws for an operation that the policy does not hold: it would be a bug of a table. */
  readonly admit: (operation: string) => void;
  /** Throws for a page that was asked for before: its token would lead in a circle. */
  readonly asks: (operation: string, input: object) => void;
  /** Waits for the rate limit; once every attempt. */
  readonly pace: () => Promise<void>;
  readonly answered: (operation: string, requestId: string | undefined) => void;
  /** Gets new credentials after a call was refused as expired; false when there are none to be had. */
  readonly renew: () => Promise<boolean>;
}

/** Puts a supervisor before every call of a client, and holds every answer to its operation. */
export function supervise({ middlewareStack, config }: AwsClient, supervisor: Supervisor): void {
  middlewareStack.add(
    (next, context) => async args => {
      const operation = (context.commandName ?? '').replace(/Command$/, '');
      supervisor.admit(operation);
      supervisor.asks(operation, args.input);
      const attempt = async () => {
        const answer = await next(args);
        supervisor.answered(operation, requestIdOf(answer.output));
        return answer;
      };
      try {
        return await attempt();
      } catch (error) {
        if (!isExpired(error) || !(await supervisor.renew())) throw error;
      }
      return attempt();
    },
    { step: 'initialize', name: 'plumblineCalls', priority: 'high' },
  );
  middlewareStack.add(
    next => async args => {
      await supervisor.pace();
      return next(args);
    },
    { step: 'finalizeRequest', name: 'plumblinePace', priority: 'low' },
  );
  const protocol = protocolOf(config);
  middlewareStack.add(
    (next, { __smithy_context: smithy }) =>
      async args => {
        const answer = await next(args);
        await checkAnswer(answer.response, { protocol, operation: smithy?.['operationSchema'] });
        return answer;
      },
    // Next to the transport: the body is as AWS sent it.
    { step: 'deserialize', name: 'plumblineAnswer', priority: 'low' },
  );
}

/** `aws.protocols#ec2Query` */
function protocolOf(config: object): string {
  const protocol = 'protocol' in config ? config.protocol : undefined;
  if (typeof protocol !== 'object' || protocol === null || !('getShapeId' in protocol)) return '';
  const id: unknown = typeof protocol.getShapeId === 'function' ? protocol.getShapeId() : undefined;
  return typeof id === 'string' ? id : '';
}

function requestIdOf(output: object): string | undefined {
  const metadata = '$metadata' in output ? output.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('requestId' in metadata)) return undefined;
  return typeof metadata.requestId === 'string' ? metadata.requestId : undefined;
}
