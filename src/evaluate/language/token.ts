export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'identifier' | 'quoted' | 'string'; readonly value: string }
  | { readonly kind: 'int' | 'double'; readonly value: number }
  | { readonly kind: 'symbol'; readonly value: string }
  | { readonly kind: 'end' }
);
