import type { SourceFile } from '../model/source.ts';
import { readJson } from './json.ts';
import type { Document } from './node.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads JSON or YAML, whichever it is. JSON with trailing commas, which CloudFormation takes, is read as YAML;
 * when that fails too, the problems are those of JSON for what is meant to be JSON.
 */
export function readDocument(file: SourceFile): Document {
  const opening = /^\s*(?:[{[]\s*(.)?)?/s.exec(file.text);
  const bracket = opening?.[0].trimStart().charAt(0);
  if (!bracket) return readYaml(file);
  const json = readJson(file);
  if (json.ok) return json;
  const yaml = readYaml(file);
  if (yaml.ok) return yaml;
  return /\.ya?ml$/i.test(file.path) && !/["}[{\]]/.test(opening?.[1] ?? '') ? yaml : json;
}
