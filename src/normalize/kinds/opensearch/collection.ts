import { objectOf, textIn } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const collection: Kind = {
  type: 'AWS::OpenSearchServerless::Collection',
  terraform: {
    aws_opensearchserverless_collection: {},
  },
  api: {
    'opensearchserverless:collection': {
      // `auto` is a key that AWS owns.
      reshape: data => {
        const key = textIn(data, 'kmsKeyArn');
        const EncryptionConfig = key === undefined || key === 'auto' ? undefined : { KmsKeyArn: key };
        return objectOf({ ...data, EncryptionConfig });
      },
      names: ['id'],
    },
  },
};
