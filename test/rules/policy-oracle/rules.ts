import { applies, contexts, instances, textsOf } from './naive.ts';
import type { Request, Statement } from './naive.ts';
import { actions, approved, resources } from './random-policy.ts';

/*
 * What the rules about policies promise, said of single requests: is there one that gets through and should not?
 */

const valuesOf = (statements: readonly Statement[], key: string): readonly string[] =>
  statements.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap(block =>
      Object.entries(block).flatMap(([name, given]) =>
        name.toLowerCase() === key.toLowerCase() ? textsOf(given) : [],
      ),
    ),
  );

const patternsIn = (statements: readonly Statement[]): readonly string[] =>
  statements.flatMap(({ Resource, NotResource }) => textsOf(Resource ?? NotResource ?? []));

/** What a pattern may leave out of the ARN of a model. */
const fillings = [
  'arn:aws:bedrock:eu-central-1::foundation-model/zz',
  ':aws:bedrock:eu-central-1::foundation-model/zz',
  ':bedrock:eu-central-1::foundation-model/zz',
  ':eu-central-1::foundation-model/zz',
  '::foundation-model/zz',
  '-model/zz',
  '/zz',
];

const modelArn = /^arn:aws:bedrock:[\w-]*::foundation-model\/[\w.-]+(?::[\w.-]+)?$/;

/** ARNs of models: those that are known, and what the patterns of a document stand for. */
function models(statements: readonly Statement[]): readonly string[] {
  const own = patternsIn(statements).flatMap(pattern => [
    ...instances(pattern),
    ...fillings.map(filling => pattern.replace('*', filling).replaceAll('*', '').replaceAll('?', 'z')),
  ]);
  const others = ['eu-central-1', 'us-east-1', 'ap-x'].map(
    one => `arn:aws:bedrock:${one}::foundation-model/xq7.zw9`,
  );
  return [...resources, ...others, ...own].filter(arn => modelArn.test(arn));
}

const invoking = actions.slice(0, 2);
const allows = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(({ Effect }) => Effect === 'Allow');

const addresses = contexts({ 'aws:sourceip': ['10.0.0.1', '1.2.3.4'] });

/** Whether a model may be invoked that is not approved. */
export const invokesOtherModels = (statements: readonly Statement[]): boolean =>
  invoking.some(action =>
    models(statements).some(
      resource =>
        !resource.endsWith(`:foundation-model/${approved}`) &&
        addresses.some(context => isAllowed(statements, { action, resource, context })),
    ),
  );

const stranger = '999988887777';
const ordinary = 'arn:aws:iam::111122223333:role/xq7zw9';

/** Whether an ordinary role may invoke a model in a request that names no guardrail. */
export function bareInvocation(statements: readonly Statement[]): boolean {
  const situations = contexts({
    'aws:principalarn': [ordinary],
    'aws:principalaccount': ['111122223333'],
    'aws:principalisawsservice': ['false'],
    'aws:sourceip': ['10.0.0.1', '1.2.3.4'],
    'aws:sourcevpce': [undefined, 'vpce-1', 'vpce-zz'],
    'aws:requestedregion': ['eu-central-1', 'us-east-1'],
    'aws:principalorgid': ['o-abcdefgh'],
  });
  return invoking.some(action =>
    models(statements).some(resource =>
      situations.some(context => isAllowed(statements, { action, resource, context })),
    ),
  );
}

const isAllowed = (statements: readonly Statement[], request: Request): boolean =>
  statements.some(one => one.Effect === 'Allow' && applies(one, request)) &&
  !statements.some(one => one.Effect === 'Deny' && applies(one, request));

const aiServices = ['bedrock.amazonaws.com', 'bedrock-agentcore.amazonaws.com', 'sagemaker.amazonaws.com'];

/** Whether a statement lets a role be passed to a service of generative AI that nobody has heard of. */
export const passesAnyRole = (statements: readonly Statement[]): boolean =>
  allows(statements).some(statement =>
    aiServices.some(service =>
      addresses.some(context =>
        applies(statement, {
          action: 'iam:PassRole',
          resource: ordinary,
          context: { ...context, 'iam:passedtoservice': [service] },
        }),
      ),
    ),
  );

/** What somebody of an account outside may bring along, patterns of the document turned to their best. */
function strangeContexts(statements: readonly Statement[], account: string): readonly Request['context'][] {
  const patterned = (key: string): readonly string[] =>
    valuesOf(statements, key)
      .filter(value => /[*?]/.test(value))
      .flatMap(instances);
  const accounts = ['aws:PrincipalAccount', 'kms:CallerAccount', 'aws:SourceAccount'].flatMap(patterned);
  const arns = (key: string): readonly string[] =>
    patterned(key).filter(arn => !arn.includes('111122223333') && arn.split(':').length > 5);
  return contexts({
    'aws:principalaccount': [undefined, account, ...accounts],
    'aws:principalarn': [undefined, `arn:aws:iam::${account}:role/x`, ...arns('aws:PrincipalArn')],
    'aws:principalorgid': [undefined, 'o-stranger', ...patterned('aws:PrincipalOrgID')],
    'aws:principalorgpaths': [
      undefined,
      'o-stranger/r-1/ou-1/',
      ...patterned('aws:PrincipalOrgPaths').filter(path => !path.startsWith('o-abcdefgh/')),
    ],
    'aws:sourceip': ['10.0.0.1', '1.2.3.4'],
  });
}

/** Whether a policy of a resource admits somebody of another account who is not named. */
export function admitsStrangers(
  statements: readonly Statement[],
  accounts: readonly string[] = [stranger],
): boolean {
  return accounts.some(account => {
    const situations = strangeContexts(statements, account).map(context => {
      const from = context['aws:principalaccount'];
      return from ? { ...context, 'kms:calleraccount': from } : context;
    });
    return situations.some(context =>
      isAllowed(statements, {
        action: 'kms:Decrypt',
        resource: 'x',
        caller: {
          account: context['aws:principalaccount']?.[0] ?? account,
          arn: context['aws:principalarn']?.[0] ?? '',
        },
        context,
      }),
    );
  });
}

/** Whether a trust admits a service of generative AI on behalf of another account. */
export function trustsStrangers(statements: readonly Statement[]): boolean {
  const patterned = (key: string): readonly string[] =>
    valuesOf(statements, key)
      .filter(value => /[*?]/.test(value))
      .flatMap(instances)
      .filter(value => !value.includes('111122223333'));
  const situations = contexts({
    'aws:sourceaccount': [undefined, stranger, ...patterned('aws:SourceAccount')],
    'aws:sourcearn': [
      undefined,
      `arn:aws:bedrock:eu-central-1:${stranger}:agent/x`,
      ...patterned('aws:SourceArn'),
    ],
  });
  return allows(statements).some(statement =>
    situations.some(context =>
      applies(statement, {
        action: 'sts:AssumeRole',
        resource: '*',
        caller: { service: 'bedrock.amazonaws.com' },
        context,
      }),
    ),
  );
}

const fenced = [
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:CreateModelInvocationJob',
  'bedrock-agentcore:InvokeAgentRuntime',
  'sagemaker:CreateEndpoint',
  'aoss:CreateCollection',
  's3vectors:CreateVectorBucket',
];

/** Whether an ordinary role may do one of those in a Region that is not approved. */
export function leavesTheFence(statements: readonly Statement[]): boolean {
  const situations = contexts({
    'aws:principalarn': [ordinary],
    'aws:principalaccount': ['111122223333'],
    'aws:principalisawsservice': ['false'],
    'aws:viaawsservice': ['false'],
    'aws:sourceip': ['10.0.0.1', '1.2.3.4'],
    'aws:sourcevpce': [undefined, 'vpce-1', 'vpce-zz'],
    'aws:requestedregion': ['us-east-1', 'eu-zz'],
    'aws:principalorgid': ['o-abcdefgh'],
  });
  return fenced.some(action =>
    situations.some(
      context =>
        !statements.some(
          one => one.Effect === 'Deny' && applies(one, { action, resource: 'arn:x', context }),
        ),
    ),
  );
}
