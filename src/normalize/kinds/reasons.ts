/** Why an attribute of the provider is no property. */
export const noProperty = 'CloudFormation has no property for it';
export const ofProvider = 'tells the provider how to work';
export const namePrefix = 'the provider makes the rest of the name';
export const deprecated = 'deprecated in favour of a resource of its own';
