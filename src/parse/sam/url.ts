import type { Span } from '../../model/source.ts';
import type { Condition, Reference, Value } from '../../model/value.ts';
import { equality } from '../cloudformation/equality.ts';
import { and } from '../cloudformation/logic.ts';
import { dict, passed, presence, property, text, type Sam } from './made.ts';

/** The URL of a function, and the permissions for everyone when it takes callers without credentials. */
export function makeUrl(sam: Sam, target: Reference): void {
  const config = property(sam, 'FunctionUrlConfig');
  if (config.kind === 'absent') return;
  const at = config.at?.kind === 'span' ? config.at : sam.at;
  const exists = and([sam.exists, presence(config)]);
  const make = (properties: Value): void =>
    sam.make({ id: `${sam.id}Url`, type: 'AWS::Lambda::Url', properties, exists, at });
  if (config.kind !== 'dict') {
    make(config);
    sam.open(['AWS::Lambda::Permission'], 'permissions for its URL');
    return;
  }
  make(
    dict([...passed(config, ['AuthType', 'Cors', 'InvokeMode']), ['TargetFunctionArn', target]], at, config),
  );
  const anyone = and([exists, isPublic(sam, config.entries.get('AuthType'), at)]);
  if (anyone.kind !== 'constant' || anyone.value) makePublic(sam, { target, exists: anyone, at });
}

function isPublic(sam: Sam, auth: Value | undefined, at: Span): Condition {
  const because = { what: `the function URL of ${sam.id} is public`, at };
  const choice = `${sam.instance.prefix}${sam.id}.FunctionUrlConfig.AuthType`;
  return equality(auth ?? { kind: 'absent' }, { kind: 'known', value: 'NONE' }, { choice, because });
}

interface Call {
  readonly target: Reference;
  readonly exists: Condition;
  readonly at: Span;
}

function makePublic(sam: Sam, { target, exists, at }: Call): void {
  const permit = (id: string, action: string, only: readonly [string, Value]): void => {
    const properties = dict(
      [['Action', text(action, at)], ['FunctionName', target], ['Principal', text('*', at)], only],
      at,
    );
    sam.make({ id: sam.id + id, type: 'AWS::Lambda::Permission', properties, exists, at });
  };
  permit('UrlPublicPermissions', 'lambda:InvokeFunctionUrl', ['FunctionUrlAuthType', text('NONE', at)]);
  const viaUrl: Value = { kind: 'known', value: true, at };
  permit('URLInvokeAllowPublicAccess', 'lambda:InvokeFunction', ['InvokedViaFunctionUrl', viaUrl]);
}
