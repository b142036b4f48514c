/**
 * Whether an address of instances that are not known (`[*]`) stands for others than the one that something else speaks of:
 * not when both are of the same instance of a module, nor when that something is itself there any number of times.
 */
export function standsForOthers(address: string, by: string): boolean {
  return hasStarBeside(address, by) && !hasStarBeside(by, address);
}

function hasStarBeside(address: string, other: string): boolean {
  for (let at = address.indexOf(star); at !== -1; at = address.indexOf(star, at + 1)) {
    if (!other.startsWith(address.slice(0, at + star.length))) return true;
  }
  return false;
}

const star = '[*]';
