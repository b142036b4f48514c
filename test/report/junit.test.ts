import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';

import type { Report } from '../../src/model/report.ts';
import { junit } from '../../src/report/junit.ts';
import { everything } from './everything.ts';
import { gated } from './gated.ts';
import { hostile } from './hostile.ts';
import { findingOf, findingOn, liveFinding, reportOf, withOptions } from './sample.ts';

const schema = readFileSync(new URL('junit.xsd', import.meta.url), 'utf8');
const write = (report: Report): string => junit(report, withOptions({}));

async function mistakesIn(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema });
  return errors.map(({ message }) => message);
}

test.each([
  ['something of everything', everything],
  ['waivers, a baseline and a trusted commit', gated],
  ['nothing', reportOf({ rules: [], inputs: [] })],
  ['hostile texts', hostile],
  ['no time', reportOf({ run: { started: 'yesterday', seconds: 0 } })],
  ['a finding without a text', reportOf({ results: [findingOf({ message: '', title: '' })] })],
])('%s: obeys both schemas', async (_, report) => {
  expect(await mistakesIn(write(report))).toEqual([]);
});

test.each([
  ['an attribute that only Jenkins has', (xml: string) => xml.replace('<testcase ', '<testcase status="x" ')],
  ['a time zone', (xml: string) => xml.replace('06:00:00"', '06:00:00Z"')],
  ['something behind the summary', (xml: string) => xml.replace('</testsuite>', '<properties/></testsuite>')],
])('the schema refuses %s', async (_, change) => {
  expect(await mistakesIn(change(write(everything)))).not.toEqual([]);
});

test('a test for each verdict', () => {
  const xml = write(
    reportOf({
      results: [
        findingOf(),
        findingOn('Wiki', 30, {
          verdict: 'unknown',
          cause: 'unresolved-value',
          message: 'Not known.',
          chain: ['Ref A', 'A has no default'],
        }),
        findingOn('Sales', 60, { verdict: 'pass', message: '' }),
        findingOn('Old', 90, { verdict: 'not-applicable', message: 'It is a draft.' }),
        liveFinding(),
      ],
    }),
  );
  const suite = xml.slice(
    xml.indexOf('<testsuite name="bedrock/agent-guardrail"'),
    xml.lastIndexOf('    <system-out>'),
  );
  expect(suite).toMatchInlineSnapshot(`
    "<testsuite name="bedrock/agent-guardrail" tests="5" failures="2" errors="1" skipped="1" time="0" timestamp="2026-11-21T06:00:00" hostname="localhost" id="1" package="bedrock/agent-guardrail">
        <properties>
          <property name="title" value="Bedrock agents have a guardrail"/>
          <property name="severity" value="high"/>
        </properties>
        <testcase name="infra/agents.yaml#Wiki" classname="bedrock/agent-guardrail" time="0">
          <error message="Not known." type="unresolved-value">infra/agents.yaml:30:3
    Wiki:
    unresolved-value: Ref A ← A has no default
    Give the parameter or variable a value, in a parameter file or as a default, and scan again.</error>
        </testcase>
        <testcase name="infra/agents.yaml#SupportAgent" classname="bedrock/agent-guardrail" time="0">
          <failure message="Agent support has no guardrail." type="high">infra/agents.yaml:41:3
    SupportAgent:</failure>
        </testcase>
        <testcase name="infra/agents.yaml#Sales" classname="bedrock/agent-guardrail" time="0"/>
        <testcase name="infra/agents.yaml#Old" classname="bedrock/agent-guardrail" time="0">
          <skipped>It is a draft.</skipped>
        </testcase>
        <testcase name="arn:aws:bedrock:eu-west-1:111122223333:agent/AGENT1" classname="bedrock/agent-guardrail" time="0">
          <failure message="Agent support has no guardrail." type="high">arn:aws:bedrock:eu-west-1:111122223333:agent/AGENT1</failure>
        </testcase>
    "
  `);
});

test('names hold no line, and are told apart by the id where they come twice', () => {
  expect(namesAt(3)).toEqual([
    'infra/agents.yaml#A (0-111111)',
    'infra/agents.yaml#B',
    'infra/agents.yaml#A (5-111111)',
  ]);
  expect(namesAt(400)).toEqual(namesAt(3));
});

test('what could not be read is an error, a rule that did not run is skipped, and the summary is there', () => {
  const xml = write(everything);
  expect(xml).toContain('<testcase name="infra/broken.yaml" classname="plumbline" time="0">');
  expect(xml).toContain(
    '<testsuite name="bedrock/approved-regions" tests="1" failures="0" errors="0" skipped="1"',
  );
  expect(xml).toContain('gate: fail-on=high, error (exit 2): 1 input could not be read');
});

/** Of tests for three findings at and below a line. */
function namesAt(line: number): (string | undefined)[] {
  const twice = [line, line + 5].map(at => findingOn('A', at, { id: `${at - line}-11111111` }));
  const xml = write(reportOf({ results: [...twice, findingOn('B', line)] }));
  return [...xml.matchAll(/<testcase name="([^"]*)"/g)].map(([, name]) => name);
}
