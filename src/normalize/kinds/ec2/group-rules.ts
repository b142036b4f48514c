import { absent, entry, unknown } from '../../../model/value.ts';
import type { Dict, List, Unknown, Value } from '../../../model/value.ts';
import { mapChoice } from '../../choices.ts';

/** The names of CloudFormation for where the traffic of a rule comes from or goes to. */
const directions = {
  ingress: { list: 'SecurityGroupIngress', group: 'SourceSecurityGroupId', prefixes: 'SourcePrefixListId' },
  egress: {
    list: 'SecurityGroupEgress',
    group: 'DestinationSecurityGroupId',
    prefixes: 'DestinationPrefixListId',
  },
} as const;
type Direction = keyof typeof directions;

/** The blocks `ingress` or `egress` of a group, each with lists of ranges and groups, as rules with one of them each. */
export function blocksAsRules(blocks: Value, direction: Direction): Value {
  if (blocks.kind === 'conditional' || blocks.kind === 'one-of')
    return mapChoice(blocks, part => blocksAsRules(part, direction));
  if (blocks.kind !== 'list') return blocks;
  return { ...blocks, items: blocks.items.flatMap(item => rulesOfBlock(item, direction)) };
}

/** An `aws_security_group_rule` as the rules that it makes: its type says of which list. */
export function ruleOfType(rule: Dict): Dict {
  const type = entry(rule, 'type');
  const own = entry(rule, 'security_group_id');
  const lists = (['ingress', 'egress'] as const).flatMap((direction): [string, Value][] => {
    if (type.kind === 'known' && type.value !== direction) return [];
    const items = expanded(rule, direction, own);
    const list: List = { kind: 'list', items, ...placed(rule) };
    if (type.kind === 'known') return [[directions[direction].list, list]];
    const doubt = type.kind === 'unknown' ? type : notKnown(type);
    return [[directions[direction].list, { ...list, items: [], rest: doubt }]];
  });
  return { ...rule, entries: new Map([['security_group_id', own], ...lists]) };
}

const notKnown = ({ at }: Value): Unknown =>
  unknown(
    'unresolved-value',
    [{ what: 'a rule of which the direction is not known', ...(at ? { at } : {}) }],
    at,
  );

/** A block may be there under a condition: then so is each of its rules. */
function rulesOfBlock(block: Value, direction: Direction): readonly Value[] {
  if (block.kind === 'dict') return expanded(block, direction);
  if (block.kind === 'absent') return [];
  if (block.kind !== 'conditional') return [block];
  const { condition } = block;
  const then = rulesOfBlock(block.then, direction).map((rule): Value => ({
    kind: 'conditional',
    condition,
    then: rule,
    otherwise: absent,
    ...placed(rule),
  }));
  const otherwise = rulesOfBlock(block.otherwise, direction).map((rule): Value => ({
    kind: 'conditional',
    condition,
    then: absent,
    otherwise: rule,
    ...placed(rule),
  }));
  return [...then, ...otherwise];
}

/** One rule for each range, prefix list and group that a block names. */
function expanded(block: Dict, direction: Direction, own: Value = absent): readonly Value[] {
  const { group, prefixes } = directions[direction];
  const ends = [
    ...itemsOf(entry(block, 'cidr_blocks'), 'CidrIp'),
    ...itemsOf(entry(block, 'ipv6_cidr_blocks'), 'CidrIpv6'),
    ...itemsOf(entry(block, 'prefix_list_ids'), prefixes),
    ...itemsOf(entry(block, 'security_groups'), group),
    ...itemsOf(entry(block, 'source_security_group_id'), group),
    ...selfOf(entry(block, 'self'), group, own),
  ];
  const common = commonOf(block);
  return ends.map(([name, value]) => ({
    kind: 'dict',
    entries: new Map([...common, [name, value]]),
    ...placed(block),
  }));
}

type End = readonly [property: string, value: Value];

function itemsOf(value: Value, property: string): readonly End[] {
  if (value.kind === 'absent') return [];
  if (value.kind !== 'list') return [[property, value]];
  const rest: readonly End[] = value.rest ? [[property, value.rest]] : [];
  return [...value.items.map((item): End => [property, item]), ...rest];
}

/** The members of the group itself; which group that is, the place says. */
function selfOf(self: Value, property: string, own: Value): readonly End[] {
  if (self.kind === 'absent' || (self.kind === 'known' && self.value !== true && self.value !== 'true'))
    return [];
  return [[property, own.kind === 'absent' ? self : own]];
}

const commonNames = {
  protocol: 'IpProtocol',
  from_port: 'FromPort',
  to_port: 'ToPort',
  description: 'Description',
};

const commonOf = (block: Dict): readonly End[] =>
  Object.entries(commonNames).flatMap(([attribute, property]): End[] => {
    const value = entry(block, attribute);
    return value.kind === 'absent' ? [] : [[property, value]];
  });

const placed = ({ at }: Value): Pick<Value, 'at'> => (at ? { at } : {});
