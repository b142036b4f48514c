import type { SourceFile } from '../model/source.ts';
import { readJson } from './json.ts';
import type { Document, Node } from './node.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads JSON or YAML, whichever it is. JSON with trailing commas, which CloudFormation takes, is read as YAML;
 * when that fails too, the problems are those of JSON for what is meant to be JSON.
 */
export function readDocument(file: SourceFile): Document {
  const text = file.text.trimStart();
  if (!text.startsWith('{') && !text.startsWith('[')) return readYaml(file);
  const json = readJson(file);
  if (json.ok) return json;
  const yaml = readYaml(file);
  if (yaml.ok) return isYamlFile(file) || !joinsWords(yaml.root) ? yaml : json;
  return isYamlFile(file) && !jsonOpenings.has(text.slice(1).trimStart().charAt(0)) ? yaml : json;
}

const isYamlFile = ({ path }: SourceFile): boolean => /\.ya?ml$/i.test(path);

/** What may follow the first bracket in JSON. */
const jsonOpenings = new Set(['"', '{', '[', '}', ']', '']);

/**
 * Whether YAML has taken for text what in JSON is a mistake: `1 2`, of which the comma is missing, or a comment
 * after a value.
 */
function joinsWords(node: Node): boolean {
  switch (node.kind) {
    case 'scalar':
      return node.style === 'plain' && /\s/.test(node.source);
    case 'list':
      return node.items.some(joinsWords);
    case 'map':
      return node.entries.some(entry => joinsWords(entry.value));
  }
}
