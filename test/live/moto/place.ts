/** What a client of an account and Region of moto is made with. */
export interface Place {
  readonly endpoint: string;
  readonly region: string;
  readonly account: string;
  readonly maxAttempts: 1;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** What moto gave an id of its own, and what the tests call it. */
export type Labels = Readonly<Record<string, string>>;
