/** What every run over an organisation begins with: the units of no service that the header names. */
export const organisationKinds: readonly string[] = [
  'organizations:account',
  'organizations:delegated-administrator',
  'organizations:organization',
  'organizations:resource-policy',
  'organizations:root',
  'organizations:service-access',
  'organizations:unit',
];

/** What is in a snapshot besides the kinds of its services. */
export const unlistedKinds: readonly string[] = ['account:region', ...organisationKinds];
