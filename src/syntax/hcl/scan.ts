import { scanCode } from './scan-code.ts';
import { scanHeredoc, scanQuoted } from './scan-template.ts';
import { emit, scannerOf } from './scanner.ts';
import type { Frame, Scanner } from './scanner.ts';
import type { Tokens } from './tokens.ts';

const scans: Readonly<Record<Frame['mode'], (scanner: Scanner) => void>> = {
  code: scanCode,
  quoted: scanQuoted,
  heredoc: scanHeredoc,
};

/** The tokens of HCL, or with `mode` 'heredoc' those of a text that is one template. Never fails: see `TokenKind`. */
export function scan(text: string, mode: 'code' | 'heredoc' = 'code'): Tokens {
  const scanner = scannerOf(text, mode);
  if (text.startsWith('\uFEFF')) scanner.at = 1;
  while (scanner.at < text.length) scans[scanner.frame.mode](scanner);
  emit(scanner, 'end', text.length);
  return scanner;
}
