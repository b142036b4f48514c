import { fileURLToPath } from 'node:url';

/** The folder of this package, where `rules/`, `policies/`, `types/`, `facts/` and `schemas/` are; the same from src/ and dist/. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
