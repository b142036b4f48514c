import type { Kind } from '../kind.ts';

export const servicecatalogPortfolioStatus: Kind = {
  type: 'AWS::SageMaker::ServicecatalogPortfolioStatus',
  terraform: {
    aws_sagemaker_servicecatalog_portfolio_status: {},
  },
};
