import { known } from '../../../model/value.ts';
import type { Dict, Value } from '../../../model/value.ts';
import { without } from '../../observations/json.ts';
import { byKey } from '../../terraform/by-key.ts';
import { mapItems } from '../../terraform/map-items.ts';
import type { Kind } from '../kind.ts';
import { namePrefix, noProperty } from '../reasons.ts';

export const budget: Kind = {
  type: 'AWS::Budgets::Budget',
  terraform: {
    aws_budgets_budget: {
      rename: {
        auto_adjust_data: 'Budget.AutoAdjustData',
        billing_view_arn: 'Budget.BillingViewArn',
        budget_type: 'Budget.BudgetType',
        cost_filter: 'Budget.CostFilters',
        cost_types: 'Budget.CostTypes',
        filter_expression: 'Budget.FilterExpression',
        limit_amount: 'Budget.BudgetLimit.Amount',
        limit_unit: 'Budget.BudgetLimit.Unit',
        metrics: 'Budget.Metrics',
        name: 'Budget.BudgetName',
        notification: 'NotificationsWithSubscribers',
        'notification.comparison_operator': 'Notification.ComparisonOperator',
        'notification.notification_type': 'Notification.NotificationType',
        'notification.subscriber_email_addresses': 'Subscribers',
        'notification.subscriber_sns_topic_arns': 'Subscribers',
        'notification.threshold': 'Notification.Threshold',
        'notification.threshold_type': 'Notification.ThresholdType',
        planned_limit: 'Budget.PlannedBudgetLimits',
        time_period_end: 'Budget.TimePeriod.End',
        time_period_start: 'Budget.TimePeriod.Start',
        time_unit: 'Budget.TimeUnit',
      },
      change: {
        cost_filter: value => byKey(value, { key: 'name', value: 'values' }),
        planned_limit: value => byKey(value, { key: 'start_time' }),
        'notification.subscriber_email_addresses': value => subscribers(value, 'EMAIL'),
        'notification.subscriber_sns_topic_arns': value => subscribers(value, 'SNS'),
      },
      leftOut: {
        account_id: 'the account of the budget',
        name_prefix: namePrefix,
        'auto_adjust_data.last_auto_adjust_time': noProperty,
      },
    },
  },
  api: {
    'budgets:budget': {
      reshape: data => ({
        Budget: without(data, 'notificationsForBudget'),
        NotificationsWithSubscribers: data['notificationsForBudget'] ?? [],
      }),
      parts: { notificationsForBudget: ['NotificationsWithSubscribers'] },
      names: ['BudgetName'],
    },
  },
};

/** Addresses as the subscribers of a notification. */
const subscribers = (addresses: Value, type: string): Value =>
  mapItems(addresses, (address): Dict => ({
    kind: 'dict',
    entries: new Map<string, Value>([
      ['Address', address],
      ['SubscriptionType', known(type, address.at)],
    ]),
    ...(address.at ? { at: address.at } : {}),
  }));
