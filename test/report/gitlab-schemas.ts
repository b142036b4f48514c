import { Ajv } from 'ajv';

const filled = { type: 'string', minLength: 1 } as const;
const address = { type: 'string', pattern: '^https?://.+' } as const;
const time = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$` } as const;
const line = { type: 'integer', minimum: 1 } as const;

const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  properties,
});
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });

/** What GitLab asks of a Code Quality report. */
const codeQuality = list(
  object(['description', 'check_name', 'fingerprint', 'severity', 'location'], {
    description: filled,
    check_name: filled,
    fingerprint: filled,
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: object(['path', 'lines'], {
      path: { type: 'string', pattern: '^[^/]' },
      lines: object(['begin'], { begin: line }),
    }),
  }),
);

const tool = object(['id', 'name', 'version', 'vendor'], {
  id: filled,
  name: filled,
  url: address,
  version: filled,
  vendor: object(['name'], { name: filled }),
});

const place = { file: filled, start_line: line, end_line: line };

/** What version 15 of GitLab's schema of SAST reports asks of what we write; ours must have a file and a line. */
const sast = object(['version', 'scan', 'vulnerabilities'], {
  version: { type: 'string', pattern: String.raw`^\d+\.\d+\.\d+$` },
  scan: object(['analyzer', 'scanner', 'start_time', 'end_time', 'status', 'type'], {
    analyzer: tool,
    scanner: tool,
    start_time: time,
    end_time: time,
    status: { enum: ['success', 'failure'] },
    type: { const: 'sast' },
    messages: list(object(['level', 'value'], { level: { enum: ['info', 'warn', 'fatal'] }, value: filled })),
  }),
  vulnerabilities: list(
    object(['id', 'identifiers', 'location', 'category', 'severity'], {
      id: filled,
      category: { const: 'sast' },
      name: { type: 'string', minLength: 1, maxLength: 255 },
      description: { type: 'string', maxLength: 1_048_576 },
      severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
      solution: { type: 'string', maxLength: 7000 },
      identifiers: list(
        object(['type', 'name', 'value'], { type: filled, name: filled, value: filled, url: address }),
        { minItems: 1 },
      ),
      links: list(object(['url'], { name: { type: 'string' }, url: address })),
      location: object(['file', 'start_line'], place),
      tracking: object(['type', 'items'], {
        type: { const: 'source' },
        items: list(
          object(['signatures'], {
            ...place,
            signatures: list(
              object(['algorithm', 'value'], { algorithm: { type: 'string' }, value: { type: 'string' } }),
              { minItems: 1 },
            ),
          }),
        ),
      }),
    }),
  ),
});

const ajv = new Ajv({ allErrors: true });
const validators = { gitlab: ajv.compile(codeQuality), 'gitlab-sast': ajv.compile(sast) };

/** What GitLab would refuse in a text of the format; empty when it takes it. */
export function gitlabRefusals(format: keyof typeof validators, text: string): readonly string[] {
  const validate = validators[format];
  const document: unknown = JSON.parse(text);
  if (text.startsWith('\u{feff}')) return ['byte order mark'];
  return validate(document) ? [] : (validate.errors ?? []).map(error => ajv.errorsText([error]));
}
