/** Whether an object in a JSON text has a key twice. JSON.parse would take the last one, and others the first. */
export function hasRepeatedKey(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let key: string | undefined;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') key = token;
    else if (key !== undefined && repeats(open.at(-1), key)) return true;
  }
  return false;
}

function repeats(keys: Set<string> | undefined, token: string): boolean {
  const key = String(JSON.parse(token));
  if (keys?.has(key)) return true;
  keys?.add(key);
  return false;
}
