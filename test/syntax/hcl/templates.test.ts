import { expect, test } from 'vitest';

import { parseHclExpression, parseHclTemplate } from '../../../src/syntax/hcl/parse-embedded.ts';
import type { ParsedExpression } from '../../../src/syntax/hcl/parse-embedded.ts';
import { show } from './show.ts';

function outcome(parsed: ParsedExpression): string {
  if (parsed.ok) return show(parsed.value);
  const { region, message } = parsed.problem;
  return `${region.line}:${region.column} ${message}`;
}

const read = (text: string): string => outcome(parseHclExpression({ file: { path: 'main.tf', text }, text }));

test.each([
  [String.raw`""`, '""'],
  [String.raw`"a\n\t\r\"\\"`, String.raw`"a\n\t\r\"\\"`],
  [String.raw`"\u00e9\U0001F600"`, '"é😀"'],
  ['"an\u0303os"', '"años"'],
  ['"an\u0303${a}n\u0303"', '(text "añ" a "ñ")'],
  ['"$${a} %%{b}"', '"${a} %{b}"'],
  ['"$ $$ % 100% $a"', '"$ $$ % 100% $a"'],
  ['"$$${a}"', '"$${a}"'],
  ['"${a}"', '(wrap a)'],
  ['"${"${a}"}"', '(wrap (wrap a))'],
  ['"x${a}y"', '(text "x" a "y")'],
  ['"${a}${b}"', '(text a b)'],
  ['"${a ~}"', '(wrap a)'],
  ['"a  ${~ b ~}  c"', '(text "a" b "c")'],
  ['"  ${~ a ~}  "', '(text a)'],
  ['"${ { a = "}" } }"', '(wrap {"a": "}"})'],
  ['"%{ if a }x%{ else }y%{ endif }"', '(text (if a ["x"] ["y"]))'],
  ['"%{ if a }${b}%{ endif }"', '(text (if a [b] []))'],
  ['"%{ for k, v in m }${k}%{ endfor }"', '(text (for k, v in m [k]))'],
  ['"%{ for v in m ~} a %{~ endfor ~} b"', '(text (for v in m ["a"]) "b")'],
  [
    '"%{for a in b}%{if a}x%{else}%{if b}y%{endif}%{endif}%{endfor}"',
    '(text (for a in b [(if a ["x"] [(if b ["y"] [])])]))',
  ],
])('strings: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['<<E\nE\n', '""'],
  ['<<E\na\n  b\nE\n', String.raw`"a\n  b\n"`],
  ['<<E\na\n   E  \n', String.raw`"a\n"`],
  ['<<E\n  E x\nE\n', String.raw`"  E x\n"`],
  ['<<E\na "b" \\n $${c}\nE\n', String.raw`"a \"b\" \\n ${'$'}{c}\n"`],
  ['<<E\na${b}\n${c}E\nE\n', String.raw`(text "a" b "\n" c "E\n")`],
  ['<<E\r\na\r\nE\r\n', String.raw`"a\r\n"`],
  ['<<-E\n    a\n      b\n    E\n', String.raw`"a\n  b\n"`],
  ['<<-E\n    a\n \n\n    b\nE\n', String.raw`"a\n \n\nb\n"`],
  ['<<-E\n  ${a}\n    b\nE\n', String.raw`(text a "\n  b\n")`],
  ['<<-E\n${a}\n    b\nE\n', String.raw`(text a "\n    b\n")`],
  ['<<-E\n\ta\n  b\nE\n', String.raw`"a\n b\n"`],
  ['<<E\na\n  ${~ b ~}\n  c\nE\n', String.raw`(text "a\n" b "  c\n")`],
  ['<<-E\n  %{ if a ~}\n  x\n  %{ endif ~}\n  y\nE\n', String.raw`(text (if a ["  x\n"] []) "  y\n")`],
  ['[<<A\na\nA\n, <<B\nb\nB\n]', String.raw`["a\n", "b\n"]`],
  ['"${<<E\na\nE\n}"', String.raw`(wrap "a\n")`],
])('heredocs: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

const noEnd = '1:1 This string has no closing quote';
const broken =
  'This string has no closing quote on its line; a text of several lines is written as a heredoc (<<EOT)';

test.each([
  ['"a', noEnd],
  ['"a\nb"', `1:3 ${broken}`],
  ['"${f("a\n")}"', `1:8 ${broken}`],
  [String.raw`"a\d"`, String.raw`1:3 A string has no escape \d`],
  [String.raw`"é\u12"`, String.raw`1:3 A string has no escape \u12`],
  [String.raw`"\ud800"`, String.raw`1:2 A string has no escape \ud800`],
  ['"${a b}"', '1:6 Expected "}" after the expression in "${ }", found "b"'],
  ['"${}"', '1:4 Expected a value, found "}"'],
  ['"%{ a }"', '1:5 A template has no directive "a"; there are "if", "for", "else", "endif" and "endfor"'],
  ['"%{ if a }"', '1:2 This %{if} has no %{endif}'],
  ['"%{ for a in b }"', '1:2 This %{for} has no %{endfor}'],
  ['"%{ endif }"', '1:2 Nothing is open that %{endif} could end'],
  ['"%{ if a }%{ endfor }"', '1:11 Expected %{endif}, found %{endfor}'],
  ['"%{if a}%{else}%{else}%{endif}"', '1:16 Expected %{endif}, found %{else}'],
  ['<<E\na\n', '1:1 This heredoc has no end: a line with nothing but E'],
  ['<<-END\na\nEND', '1:1 This heredoc has no end: a line with nothing but END'],
  ['<<E\na\rb\nE\n', '2:2 A carriage return does not end a line without a line feed'],
])('mistakes: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

const whole = (text: string): string =>
  outcome(parseHclTemplate({ file: { path: 'user-data.tftpl', text }, text }));

test.each([
  ['', '""'],
  ['a "b" \\n\n', String.raw`"a \"b\" \\n\n"`],
  ['${a}', '(wrap a)'],
  ['x ${a}\n%{ for b in c ~}\n${b}\n%{ endfor ~}\n', String.raw`(text "x " a "\n" (for b in c [b "\n"]))`],
  ['a $', '"a $"'],
  ['a\n${b', '2:4 Expected "}" after the expression in "${ }", but the text ends'],
])('whole texts: %s', (text, expected) => {
  expect(whole(text)).toBe(expected);
});

test('the places of a template in a string of JSON are those of the JSON file', () => {
  const file = { path: 'main.tf.json', text: '{"a": "b ${var.c}"}' };
  const parsed = parseHclTemplate({ file, text: 'b ${var.c}', placeOf: offset => offset + 7 });
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      start: 7,
      end: 17,
      parts: [
        { start: 7, end: 9 },
        { start: 9, end: 17, value: { start: 11, end: 16 } },
      ],
    },
  });
  const wrong = parseHclTemplate({ file, text: 'b ${var.}', placeOf: offset => offset + 7 });
  expect(wrong).toMatchObject({ ok: false, problem: { region: { line: 1, column: 16 } } });
});
