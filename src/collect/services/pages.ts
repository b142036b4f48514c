/** The pages of a list for which the SDK has no paginator. */
export async function* pagesOf<Page>(
  read: (token: string | undefined) => Promise<Page>,
  next: (page: Page) => string | undefined,
  token?: string,
): AsyncGenerator<Page, void> {
  const page = await read(token);
  yield page;
  const following = next(page);
  if (following !== undefined) yield* pagesOf(read, next, following);
}
