import type { AwsClient } from './aws-client.ts';

/** Stands before every call of a client. */
export interface Supervisor {
  /** Refuses an operation that the policy does not hold. */
  readonly admit: (operation: string) => void;
  /** Waits for the rate limit; once every attempt. */
  readonly pace: () => Promise<void>;
  /** A call was answered. */
  readonly answered: (operation: string, requestId: string | undefined) => void;
}

export function supervise({ middlewareStack }: AwsClient, supervisor: Supervisor): void {
  middlewareStack.add(
    (next, context) => async args => {
      const operation = (context.commandName ?? '').replace(/Command$/, '');
      supervisor.admit(operation);
      const answer = await next(args);
      supervisor.answered(operation, undefined);
      return answer;
    },
    { step: 'initialize', name: 'plumblineCalls', priority: 'high' },
  );
}
