import type {
  AbsoluteLocation,
  DeserializeHandler,
  DeserializeHandlerOptions,
  FinalizeHandler,
  FinalizeRequestHandlerOptions,
  HandlerExecutionContext,
  InitializeHandler,
  InitializeHandlerOptions,
} from '@smithy/types';

/** What all clients of the SDK have in common: a place to stand before their calls, before each attempt and behind it. */
export interface AwsClient {
  /** With the protocol that it speaks. */
  readonly config: object;
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
    add(
      middleware: <Input extends object, Output extends object>(
        next: DeserializeHandler<Input, Output>,
        context: HandlerExecutionContext,
      ) => DeserializeHandler<Input, Output>,
      options: DeserializeHandlerOptions & AbsoluteLocation,
    ): void;
  };
}
