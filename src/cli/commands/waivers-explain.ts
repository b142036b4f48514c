import { didYouMean } from '../../catalog/closest.ts';
import { UsageError } from '../../model/problem.ts';
import type { WaiverUse } from '../../model/waiver.ts';
import { sayingOf } from '../../report/reason.ts';
import { columns } from '../columns.ts';
import { displayFor } from '../display.ts';
import type { Handler } from '../io.ts';
import { block, proseStyle } from '../paragraphs.ts';
import { survey } from '../survey.ts';
import { waiverFieldsText } from '../waiver-lines.ts';

/** A waiver by its id, its place, its rule or its resource: what it says, and what it names today. */
export const waiversExplainCommand: Handler = async ({ args: [asked = '', ...paths], options, io }) => {
  const { report } = await survey(paths, options, io);
  const found = report.waivers.filter(use => isMeant(use, asked));
  if (found.length === 0) {
    const names = report.waivers.flatMap(({ id, where, rule, resource }) => [
      id ?? where,
      where,
      rule,
      resource,
    ]);
    throw new UsageError(`no waiver is called ${asked}`, {
      hint: didYouMean(asked, names, '`plumbline waivers list` shows all of them'),
    });
  }
  const style = proseStyle(displayFor(io.stdout, options, io.env));
  const texts = found.map(use => {
    const named = report.results.filter(
      ({ waiver, rule }) => waiver?.where === use.where && rule === use.rule,
    );
    return [
      columns(waiverFieldsText(use)),
      block(
        'Names today',
        named.length === 0
          ? ['nothing that fails']
          : named.map(
              ({ id, resource, verdict, ...finding }) =>
                `${id.slice(0, 12)}  ${verdict}  ${style.name(resource.key)}  ${style.prose(sayingOf({ id, resource, verdict, ...finding }))}`,
            ),
        style,
      ),
      block('To do', use.remarks.map(style.prose), style),
    ]
      .filter(text => text !== '')
      .join('\n');
  });
  io.stdout.write(texts.join('\n'));
  return 0;
};

const isMeant = ({ id, where, rule, resource, finding }: WaiverUse, asked: string): boolean =>
  [id, where, rule, resource, finding].includes(asked) || where.startsWith(`${asked}:`);
