import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';

import type { Network } from './network.ts';
import type { Place } from './place.ts';

/** Functions that may call models: in a network with an endpoint for them, and in one without. */
export async function makeFunctions(place: Place, network: Network): Promise<void> {
  const lambda = new LambdaClient(place);
  const make = (FunctionName: string, subnet: string) =>
    lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Role: `arn:aws:iam::${place.account}:role/app-good`,
        Code: { ImageUri: `${place.account}.dkr.ecr.${place.region}.amazonaws.com/app:1` },
        PackageType: 'Image',
        VpcConfig: { SubnetIds: [subnet], SecurityGroupIds: [network.group] },
        Environment: { Variables: { TOKEN: 'must-not-be-kept' } },
      }),
    );
  await make('caller-inside', network.subnet);
  await make('caller-outside', network.lonelySubnet);
}
