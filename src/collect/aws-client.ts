import type {
  AbsoluteLocation,
  FinalizeHandler,
  FinalizeRequestHandlerOptions,
  HandlerExecutionContext,
  InitializeHandler,
  InitializeHandlerOptions,
} from '@smithy/types';

/** What all clients of the SDK have in common: a place to stand before their calls, and before each attempt. */
export interface AwsClient {
  readonly middlewareStack: {
    add(
      middleware: <Input extends object, Output extends object>(
        next: InitializeHandler<Input, Output>,
        context: HandlerExecutionContext,
      ) => InitializeHandler<Input, Output>,
      options: InitializeHandlerOptions & AbsoluteLocation,
    ): void;
    add(
      middleware: <Input extends object, Output extends object>(
        next: FinalizeHandler<Input, Output>,
        context: HandlerExecutionContext,
      ) => FinalizeHandler<Input, Output>,
      options: FinalizeRequestHandlerOptions & AbsoluteLocation,
    ): void;
  };
}
