/** Stands where a value was. */
const notCollected = '(not collected)';

/** Environment variables by name, without what they hold; one that names a secret or a parameter by ARN keeps that ARN. */
export const keptEnvironment = (
  variables: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined =>
  variables &&
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      value === '' || /^arn:[\w-]+:(?:secretsmanager|ssm):/.test(value) ? value : notCollected,
    ]),
  );
