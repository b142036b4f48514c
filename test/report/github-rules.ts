import type {
  Location,
  Log,
  MultiformatMessageString,
  Region,
  ReportingDescriptor,
  Result,
  Run,
} from 'sarif';

/** What GitHub's documentation says of the numbers that it takes. */
const limits = {
  runs: 20,
  results: 25_000,
  rules: 25_000,
  locations: 1000,
  tags: 20,
  name: 255,
  description: 1024,
};

/** Everything for which GitHub code scanning would refuse a file or show it wrongly. */
export function refusals({ $schema, version, runs }: Log): string[] {
  return [
    ...broken('log', {
      schema: filled($schema),
      version: version === '2.1.0',
      runs: runs.length > 0 && runs.length <= limits.runs,
    }),
    ...runs.flatMap(runRefusals),
  ];
}

function runRefusals(run: Run): string[] {
  const { driver } = run.tool;
  const rules = driver.rules ?? [];
  const results = run.results ?? [];
  const ids = rules.map(({ id }) => id);
  return [
    ...broken('run', {
      name: filled(driver.name),
      results: run.results !== undefined && results.length <= limits.results,
      rules: rules.length <= limits.rules && new Set(ids).size === ids.length,
      category: run.automationDetails?.id?.endsWith('/') ?? true,
      order: isMostSevereFirst(results, rules),
      alerts: isOneAlertEach(results),
    }),
    ...rules.flatMap(ruleRefusals),
    ...results.flatMap(result => resultRefusals(result, rules)),
  ];
}

function ruleRefusals(rule: ReportingDescriptor): string[] {
  const { id, name = '', shortDescription, fullDescription, help, properties = {} } = rule;
  const tags = properties.tags ?? [];
  return broken(`rule ${id}`, {
    id: filled(id),
    name: filled(name) && name.length <= limits.name,
    shortDescription: isDescription(shortDescription),
    fullDescription: isDescription(fullDescription),
    help: filled(help?.text) && filled(help.markdown),
    tags: tags.length <= limits.tags && tags.includes('security') && tags.every(filled),
    precision: ['high', 'medium', 'low'].includes(properties['precision']),
    score: /^(?:9\.[1-9]|[0-8]\.\d|10\.0)$/.test(properties['security-severity']),
  });
}

function resultRefusals(result: Result, rules: readonly ReportingDescriptor[]): string[] {
  const { ruleId, ruleIndex = -1, message, kind = 'fail', level = '', partialFingerprints = {} } = result;
  const { locations = [], relatedLocations = [] } = result;
  const at = `result ${partialFingerprints['plumbline/v1']}`;
  return [
    ...broken(at, {
      rule: rules[ruleIndex]?.id === ruleId,
      message: filled(message.text),
      'kind, which GitHub ignores': kind === 'fail',
      'suppressions, which GitHub ignores': result.suppressions === undefined,
      level: ['error', 'warning', 'note'].includes(level),
      locations: locations.length === 1 && relatedLocations.length <= limits.locations,
      fingerprints: Object.keys(partialFingerprints).length > 0,
    }),
    ...[...locations, ...relatedLocations].flatMap(place => placeRefusals(at, place)),
  ];
}

function placeRefusals(at: string, { physicalLocation }: Location): string[] {
  return broken(at, {
    uri: isRelativeUri(physicalLocation?.artifactLocation?.uri),
    region: isRange(physicalLocation?.region),
  });
}

function isRange({ startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region = {}): boolean {
  const ends = endLine > startLine || (endLine === startLine && endColumn > startColumn);
  return startLine > 0 && startColumn > 0 && ends;
}

/** Results with the same rule, file and hash would be one alert. */
function isOneAlertEach(results: readonly Result[]): boolean {
  const keys = results.flatMap(({ ruleId, locations, partialFingerprints }) => {
    const hash = partialFingerprints?.['primaryLocationLineHash'];
    const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri;
    return hash === undefined ? [] : [JSON.stringify([ruleId, uri, hash])];
  });
  return new Set(keys).size === keys.length;
}

function isMostSevereFirst(results: readonly Result[], rules: readonly ReportingDescriptor[]): boolean {
  const scores = results.map(({ ruleIndex = -1 }) =>
    Number(rules[ruleIndex]?.properties?.['security-severity']),
  );
  return scores.every((score, index) => index === 0 || score <= (scores[index - 1] ?? 0));
}

function isRelativeUri(uri = ''): boolean {
  const isUri = uri !== '' && !/[^\w\-.~!$&'()*+,;=@/%]|%(?![0-9A-F]{2})/.test(uri);
  return isUri && !uri.startsWith('/') && !uri.split('/').includes('..');
}

function broken(where: string, demands: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(demands).flatMap(([what, holds]) => (holds ? [] : [`${where}: ${what}`]));
}

const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

const isDescription = (message: MultiformatMessageString | undefined): boolean =>
  filled(message?.text) && message.text.length <= limits.description;
