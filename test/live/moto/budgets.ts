import { BudgetsClient, CreateBudgetCommand } from '@aws-sdk/client-budgets';

import type { Place } from './place.ts';

/** A budget for the models, which tells somebody. */
export async function makeBudget(place: Place): Promise<void> {
  const budgets = new BudgetsClient({ ...place, region: 'us-east-1' });
  await budgets.send(
    new CreateBudgetCommand({
      AccountId: place.account,
      Budget: {
        BudgetName: 'models',
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: '1000', Unit: 'USD' },
        CostFilters: { Service: ['Amazon Bedrock'] },
      },
      NotificationsWithSubscribers: [
        {
          Notification: { NotificationType: 'ACTUAL', ComparisonOperator: 'GREATER_THAN', Threshold: 80 },
          Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'cost@example.com' }],
        },
      ],
    }),
  );
}
