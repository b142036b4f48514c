/** The longest expression that AWS Config takes: https://docs.aws.amazon.com/config/latest/APIReference/API_SelectAggregateResourceConfig.html */
const longest = 4_096;

const quoted = (values: readonly string[]): string => values.map(value => `'${value}'`).join(', ');

interface Wanted {
  readonly types: readonly string[];
  readonly accounts: readonly string[];
}

const condition = ({ types, accounts }: Wanted): string =>
  `WHERE resourceType IN (${quoted(types)})${accounts.length === 0 ? '' : ` AND accountId IN (${quoted(accounts)})`}`;

/** What is taken of each item: the whole of it, since tags and nested members cannot be asked for one by one. */
const members =
  'accountId, awsRegion, arn, resourceId, resourceName, resourceType, configurationItemCaptureTime, configuration, supplementaryConfiguration, tags';

/** Items of types in accounts; several expressions when one would be too long. */
export const itemExpressions = (wanted: Wanted): readonly string[] =>
  split(wanted, part => `SELECT ${members} ${condition(part)}`);

/** How many items of each type an account has in each Region. */
export const countExpressions = (wanted: Wanted): readonly string[] =>
  split(
    wanted,
    part =>
      `SELECT accountId, awsRegion, resourceType, COUNT(*) ${condition(part)} GROUP BY accountId, awsRegion, resourceType`,
  );

/** In which Regions there is an item of a type, of whatever account. */
export const seenExpressions = (types: readonly string[]): readonly string[] =>
  split(
    { types, accounts: [] },
    part => `SELECT awsRegion, resourceType, COUNT(*) ${condition(part)} GROUP BY awsRegion, resourceType`,
  );

function split(wanted: Wanted, write: (part: Wanted) => string): readonly string[] {
  const expression = write(wanted);
  const { types } = wanted;
  if (expression.length <= longest || types.length < 2) return [expression];
  const middle = Math.ceil(types.length / 2);
  return [types.slice(0, middle), types.slice(middle)].flatMap(half =>
    split({ ...wanted, types: half }, write),
  );
}
