import type { DocumentModel, Format } from '../../core/document';
import { documentModel } from '../node-builders';
import { hclEdits } from './hcl-edits';
import { readHcl } from './hcl-parser';

/** HCL as Terraform and OpenTofu write it. */
export const hclFormat: Format = {
  id: 'hcl',
  fileNames: [/\.tf$/i, /\.tofu$/i, /\.tfvars$/i, /\.hcl$/i],
  languages: ['terraform', 'terraform-vars', 'opentofu', 'hcl'],
  multiDocument: false,
  edits: hclEdits,
  commentMark: '#',
  comments: (text) => readHcl(text).findings.comments,
  load: () => Promise.resolve(),
  parse(text) {
    const document = read(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: read,
};

function read(text: string): DocumentModel {
  const { root, findings } = readHcl(text);
  const { problems, masked } = findings;
  const tree = root.entries.length > 0 ? root : undefined;
  return documentModel('hcl', text, tree, { problems, masked, incomplete: problems.length > 0 });
}
