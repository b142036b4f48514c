import type { Kind } from '../kind.ts';

export const budget: Kind = {
  type: 'AWS::Budgets::Budget',
  terraform: {
    aws_budgets_budget: {},
  },
};
