import type { Kind } from '../kind.ts';
import { algorithm } from './algorithm.ts';
import { appImageConfig } from './app-image-config.ts';
import { app } from './app.ts';
import { cluster } from './cluster.ts';
import { codeRepository } from './code-repository.ts';
import { dataQualityJobDefinition } from './data-quality-job-definition.ts';
import { deviceFleet } from './device-fleet.ts';
import { device } from './device.ts';
import { domain } from './domain.ts';
import { endpointConfig } from './endpoint-config.ts';
import { endpoint } from './endpoint.ts';
import { featureGroup } from './feature-group.ts';
import { flowDefinition } from './flow-definition.ts';
import { hub } from './hub.ts';
import { humanTaskUi } from './human-task-ui.ts';
import { hyperParameterTuningJob } from './hyper-parameter-tuning-job.ts';
import { imageVersion } from './image-version.ts';
import { image } from './image.ts';
import { inferenceComponentUsage } from './inference-component-usage.ts';
import { inferenceComponent } from './inference-component.ts';
import { labelingJob } from './labeling-job.ts';
import { mlflowApp } from './mlflow-app.ts';
import { mlflowTrackingServer } from './mlflow-tracking-server.ts';
import { modelBiasJobDefinition } from './model-bias-job-definition.ts';
import { modelCard } from './model-card.ts';
import { modelExplainabilityJobDefinition } from './model-explainability-job-definition.ts';
import { modelPackageGroup } from './model-package-group.ts';
import { modelPackage } from './model-package.ts';
import { modelQualityJobDefinition } from './model-quality-job-definition.ts';
import { model } from './model.ts';
import { monitoringSchedule } from './monitoring-schedule.ts';
import { notebookInstanceLifecycleConfig } from './notebook-instance-lifecycle-config.ts';
import { notebookInstance } from './notebook-instance.ts';
import { pipeline } from './pipeline.ts';
import { processingJob } from './processing-job.ts';
import { project } from './project.ts';
import { servicecatalogPortfolioStatus } from './servicecatalog-portfolio-status.ts';
import { space } from './space.ts';
import { studioLifecycleConfig } from './studio-lifecycle-config.ts';
import { trainingJob } from './training-job.ts';
import { transformJob } from './transform-job.ts';
import { userProfile } from './user-profile.ts';
import { variantUsage } from './variant-usage.ts';
import { workforce } from './workforce.ts';
import { workteam } from './workteam.ts';

export const sagemakerKinds: readonly Kind[] = [
  algorithm,
  appImageConfig,
  app,
  cluster,
  codeRepository,
  dataQualityJobDefinition,
  deviceFleet,
  device,
  domain,
  endpointConfig,
  endpoint,
  featureGroup,
  flowDefinition,
  hub,
  humanTaskUi,
  hyperParameterTuningJob,
  imageVersion,
  image,
  inferenceComponentUsage,
  inferenceComponent,
  labelingJob,
  mlflowApp,
  mlflowTrackingServer,
  modelBiasJobDefinition,
  modelCard,
  modelExplainabilityJobDefinition,
  modelPackageGroup,
  modelPackage,
  modelQualityJobDefinition,
  model,
  monitoringSchedule,
  notebookInstanceLifecycleConfig,
  notebookInstance,
  pipeline,
  processingJob,
  project,
  servicecatalogPortfolioStatus,
  space,
  studioLifecycleConfig,
  trainingJob,
  transformJob,
  userProfile,
  variantUsage,
  workforce,
  workteam,
];
