import type { Report } from '../model/report.ts';
import type { Reporter, ReportOptions } from './options.ts';

/** A text, one piece after the other: of that of a large report there is never all in memory. */
type Pieces = (report: Report, options: ReportOptions) => Iterable<string>;

/** A reporter that can also say its text piece by piece. */
export interface PieceReporter extends Reporter {
  readonly pieces: Pieces;
}

export const inPieces = (pieces: Pieces): PieceReporter =>
  Object.assign((report: Report, options: ReportOptions) => [...pieces(report, options)].join(''), {
    pieces,
  });

/** What a reporter writes, in as many pieces as it can. */
export const piecesOf = (
  reporter: Reporter | PieceReporter,
  ...asked: Parameters<Pieces>
): Iterable<string> => ('pieces' in reporter ? reporter.pieces(...asked) : [reporter(...asked)]);
