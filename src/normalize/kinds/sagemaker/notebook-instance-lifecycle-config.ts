import type { Value } from '../../../model/value.ts';
import { mapChoice } from '../../choices.ts';
import type { Kind } from '../kind.ts';

export const notebookInstanceLifecycleConfig: Kind = {
  type: 'AWS::SageMaker::NotebookInstanceLifecycleConfig',
  terraform: {
    aws_sagemaker_notebook_instance_lifecycle_configuration: {
      rename: { name: 'NotebookInstanceLifecycleConfigName' },
      change: { on_create: hooks, on_start: hooks },
    },
  },
};

/** A script, as the one script of a list. */
function hooks(script: Value): Value {
  if (script.kind === 'conditional' || script.kind === 'one-of') return mapChoice(script, hooks);
  if (
    script.kind === 'absent' ||
    (script.kind === 'known' && script.value === '') ||
    (script.kind === 'unknown' && !script.set)
  )
    return script;
  const place = script.at ? { at: script.at } : {};
  const item: Value = { kind: 'dict', entries: new Map([['Content', script]]), ...place };
  return { kind: 'list', items: [item], ...place };
}
