import {
  BudgetsClient,
  ListTagsForResourceCommand,
  paginateDescribeBudgets,
  paginateDescribeNotificationsForBudget,
  paginateDescribeSubscribersForNotification,
} from '@aws-sdk/client-budgets';

import { all, each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<BudgetsClient>();

const budget = resource({
  kind: 'budgets:budget',
  list: {
    read: (client, { account: AccountId }) =>
      each(
        paginateDescribeBudgets({ client }, { AccountId, ShowFilterExpression: true }),
        page => page.Budgets,
      ),
    absent: named('NotFoundException'),
  },
  id: ({ BudgetName }, { partition, account }) => `arn:${partition}:budgets::${account}:budget/${BudgetName}`,
  details: [
    {
      into: 'notificationsForBudget',
      read: (client, { BudgetName }, { account }) => notifications(client, account, BudgetName),
      absent: named('NotFoundException'),
    },
  ],
  tags: {
    read: async (client, { BudgetName }, { partition, account }) => {
      const ResourceARN = `arn:${partition}:budgets::${account}:budget/${BudgetName}`;
      return (await client.send(new ListTagsForResourceCommand({ ResourceARN }))).ResourceTags;
    },
    absent: named('NotFoundException'),
  },
  secrets: ['CalculatedSpend'],
});

/** Who is told of each of them: how they are told, never the address. */
async function notifications(client: BudgetsClient, AccountId: string, BudgetName: string | undefined) {
  const found = [];
  const pages = paginateDescribeNotificationsForBudget({ client }, { AccountId, BudgetName });
  for await (const Notification of each(pages, page => page.Notifications)) {
    const Subscribers = await all(
      paginateDescribeSubscribersForNotification({ client }, { AccountId, BudgetName, Notification }),
      page => page.Subscribers?.map(({ SubscriptionType }) => ({ SubscriptionType })),
    );
    found.push({ Notification, Subscribers });
  }
  return found;
}

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_Operations_AWS_Budgets.html */
export const budgets = service({
  name: 'budgets',
  scope: 'global',
  client: settings => new BudgetsClient(settings),
  actions: {
    DescribeBudgets: 'budgets:ViewBudget',
    DescribeNotificationsForBudget: 'budgets:ViewBudget',
    DescribeSubscribersForNotification: 'budgets:ViewBudget',
    ListTagsForResource: 'budgets:ListTagsForResource',
  },
  resources: [budget],
});
