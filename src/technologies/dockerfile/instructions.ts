import type { Edit, NodeView, Span } from '../../core';

/** One word as written, quotes taken off; variables stand in it as they are. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** The text of a scalar even where a variable supplies a part of it; empty for anything else. */
export function rawText(view: NodeView | undefined): string {
  return view?.node?.type === 'scalar' ? view.node.text : '';
}

/** The keyword in upper case. */
export function keywordOf(instruction: NodeView): string {
  return rawText(instruction.at('keyword'));
}

/** The place of the keyword, to underline an instruction. */
export function keywordSpan(instruction: NodeView): Span {
  return instruction.at('keyword')?.span ?? instruction.anchor;
}

/** The instructions of a stage with one of these keywords; all, where none is named. Those under ONBUILD are left out. */
export function instructionsOf(stage: NodeView, ...keywords: string[]): readonly NodeView[] {
  const all = stage.at('instructions')?.items() ?? [];
  const own = all.filter((instruction) => !instruction.has('onbuild'));
  return keywords.length === 0 ? own : own.filter((instruction) => keywords.includes(keywordOf(instruction)));
}

/** The words after the flags. */
export function wordsOf(instruction: NodeView): readonly Word[] {
  return (instruction.at('words')?.items() ?? []).map((word) => ({ text: rawText(word), span: word.span }));
}

/** The text of a flag such as `--from`; undefined where it is not given. */
export function flagOf(instruction: NodeView, name: string): Word | undefined {
  const flag = instruction.at('flags', name);
  return flag && { text: rawText(flag), span: flag.span };
}

/** The stages of a file. */
export function stagesOf(file: NodeView): readonly NodeView[] {
  return file.at('stages')?.items() ?? [];
}

/** The stage that is built unless another is asked for. */
export function finalStage(file: NodeView): NodeView | undefined {
  const stages = stagesOf(file);
  return stages[stages.length - 1];
}

/** A stage with those that it builds upon, itself first. */
export function lineage(file: NodeView, stage: NodeView): readonly NodeView[] {
  const stages = stagesOf(file);
  const found = [stage];
  let current: NodeView | undefined = stage;
  while (current && found.length <= stages.length) {
    const parent = rawText(current.at('from', 'stage')).toLowerCase();
    current =
      parent === '' ? undefined : stages.find((each) => rawText(each.at('name')).toLowerCase() === parent);
    if (current) found.push(current);
  }
  return found;
}

/** Edits that put text right behind a word. */
export function insertBehind(word: Word, text: string): Edit[] {
  return [{ span: { start: word.span.end, end: word.span.end }, text }];
}

/** Whether the stage of an instruction is part of the image that is built unless another stage is asked for. */
export function ships(instruction: NodeView): boolean {
  const stage = instruction.outer;
  const file = stage?.outer;
  const last = file && finalStage(file);
  if (!stage || !file || !last) return true;
  return lineage(file, last).some(({ node }) => node === stage.node);
}

/** Names and values of an ENV, ARG or LABEL. */
export function pairsOf(
  instruction: NodeView,
): readonly { readonly name: Word; readonly value: Word | undefined }[] {
  return (instruction.at('pairs')?.items() ?? []).flatMap((pair) => {
    const name = pair.at('name');
    const value = pair.at('value');
    if (!name) return [];
    return [
      {
        name: { text: rawText(name), span: name.span },
        value: value && { text: rawText(value), span: value.span },
      },
    ];
  });
}

/** Edits that take an instruction out of its stage, with its lines. */
export function removeInstruction(stage: NodeView, instruction: NodeView): Edit[] | undefined {
  const list = stage.at('instructions');
  if (list?.node?.type !== 'list' || !instruction.node) return undefined;
  return list.context.edits?.removeItem(list.document, list.node, instruction.node);
}
