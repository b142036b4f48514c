import type { Json, JsonObject } from '../../../model/observation.ts';
import { objectOf, objectsIn } from '../../observations/json.ts';

/** A permission names many sources; a rule of the type has one. */
export function rulesOf(permission: JsonObject, side: 'Source' | 'Destination'): readonly JsonObject[] {
  const { IpProtocol, FromPort, ToPort } = permission;
  const rule = (peer: Readonly<Record<string, Json | undefined>>): JsonObject =>
    objectOf({ IpProtocol, FromPort, ToPort, ...peer });
  return [
    ...objectsIn(permission, 'IpRanges').map(({ CidrIp, Description }) => rule({ CidrIp, Description })),
    ...objectsIn(permission, 'Ipv6Ranges').map(({ CidrIpv6, Description }) =>
      rule({ CidrIpv6, Description }),
    ),
    ...objectsIn(permission, 'PrefixListIds').map(({ PrefixListId, Description }) =>
      rule({ [`${side}PrefixListId`]: PrefixListId, Description }),
    ),
    ...objectsIn(permission, 'UserIdGroupPairs').map(({ GroupId, UserId, Description }) =>
      rule({
        [`${side}SecurityGroupId`]: GroupId,
        ...(side === 'Source' && { SourceSecurityGroupOwnerId: UserId }),
        Description,
      }),
    ),
  ];
}
