import type { Origin } from '../../model/source.ts';
import type { Dict, List, Value } from '../../model/value.ts';
import { spread } from '../cloudformation/spread.ts';
import { scalarText } from '../cloudformation/text.ts';
import { dict, property, text, unseen, type Product, type Sam } from './made.ts';

/** The map of tags that SAM takes, as the list that CloudFormation takes, with the mark that SAM adds. */
export function tagList(sam: Sam, mark: string | undefined): Value {
  const tags = property(sam, 'Tags');
  const at = tags.at ?? sam.at;
  const own = mark === undefined ? [] : [tag(mark, text('SAM', sam.at), sam.at)];
  if (tags.kind === 'absent' && own.length === 0) return tags;
  return spread([tags], at, ([plain]) => listed(plain, own, at));
}

function listed(tags: Value | undefined, own: readonly Dict[], at: Origin): List {
  if (tags?.kind === 'absent') return { kind: 'list', items: own, at };
  if (tags?.kind !== 'dict') {
    const rest = tags?.kind === 'unknown' ? tags : unseen('the tags are not a map', at);
    return { kind: 'list', items: own, rest, at };
  }
  const items = [...own, ...[...tags.entries].map(([key, value]) => tag(key, value, value.at ?? at))];
  return tags.rest ? { kind: 'list', items, rest: tags.rest, at } : { kind: 'list', items, at };
}

const tag = (key: string, value: Value, at: Origin): Dict =>
  dict(
    [
      ['Key', text(key, at)],
      ['Value', value],
    ],
    at,
  );

const tagged = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
]);

/** With `PropagateTags` everything that is made for a resource gets the tags of the template, in place of any others. */
export function withPropagatedTags(product: Product, properties: Dict, at: Origin): Product {
  const wanted = properties.entries.get('PropagateTags');
  const isWanted = wanted?.kind === 'known' && scalarText(wanted).toLowerCase() === 'true';
  const tags = properties.entries.get('Tags');
  if (!isWanted || !tags || !tagged.has(product.type) || product.properties.kind !== 'dict') return product;
  const list = spread([tags], at, ([plain]) => listed(plain, [], at));
  const entries = new Map(product.properties.entries).set('Tags', list);
  return { ...product, properties: { ...product.properties, entries } };
}
