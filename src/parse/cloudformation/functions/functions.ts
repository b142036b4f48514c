import type { Intrinsic } from './arguments.ts';
import { base64 } from './base64.ts';
import { cidr } from './cidr.ts';
import { findInMap } from './find-in-map.ts';
import { getAtt } from './get-att.ts';
import { getAzs } from './get-azs.ts';
import { getStackOutput } from './get-stack-output.ts';
import { conditionalValue } from './if.ts';
import { importValue } from './import-value.ts';
import { join } from './join.ts';
import { length } from './length.ts';
import { ref } from './ref.ts';
import { select } from './select.ts';
import { split } from './split.ts';
import { sub } from './sub.ts';
import { toJsonString } from './to-json-string.ts';
import { transformed } from './transform.ts';

/** The functions that give a value, by their long names. */
export const functions: ReadonlyMap<string, Intrinsic> = new Map([
  ['Ref', ref],
  ['Fn::Base64', base64],
  ['Fn::Cidr', cidr],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAtt', getAtt],
  ['Fn::GetAZs', getAzs],
  ['Fn::GetStackOutput', getStackOutput],
  ['Fn::If', conditionalValue],
  ['Fn::ImportValue', importValue],
  ['Fn::Join', join],
  ['Fn::Length', length],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Sub', sub],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::Transform', transformed],
]);
