import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A member of an exported type, or a parameter of an exported function. */
export interface DescribedMember {
  name: string;
  type: string;
  meaning: string;
  /** Interface it is declared in. */
  from: string;
}

/** An export of src/index.ts, as its declaration and docstring have it. */
export interface DescribedExport {
  name: string;
  kind: 'function' | 'class' | 'interface' | 'type' | 'constant';
  signature: string;
  meaning: string;
  /** `@param`, `@returns`, `@throws` with their text. */
  tags: { tag: string; text: string }[];
  members: DescribedMember[];
}

const INDEX = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const FORMAT = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

/** Every export of the library, in the order of their names. */
export function describeExports(): DescribedExport[] {
  const program = ts.createProgram([INDEX], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    types: ['node'],
  });
  const checker = program.getTypeChecker();
  const index = program.getSourceFile(INDEX);
  const module = index && checker.getSymbolAtLocation(index);
  if (!module) throw new Error(`${INDEX} exports nothing`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => describe(checker, aliased(checker, symbol)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const aliased = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

function describe(checker: ts.TypeChecker, symbol: ts.Symbol): DescribedExport {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) throw new Error(`${symbol.name} has no declaration`);
  const value = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  const [call] = value.getCallSignatures();
  const base = {
    name: symbol.name,
    meaning: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    tags: symbol.getJsDocTags(checker).map(({ name, text }) => ({
      tag: name,
      text: ts.displayPartsToString(text).trim(),
    })),
  };
  if (call) {
    const signature = checker.signatureToString(call, declaration, FORMAT);
    return { ...base, kind: 'function', signature: `function ${symbol.name}${signature}`, members: [] };
  }
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (ts.isClassDeclaration(declaration)) {
    const [made] = value.getConstructSignatures();
    const parameters = made
      ? checker.signatureToString(made, declaration, FORMAT).replace(/: \w+$/, '')
      : '()';
    return {
      ...base,
      kind: 'class',
      signature: `class ${symbol.name}${heritageOf(declaration)} { constructor${parameters} }`,
      members: membersOf(checker, type, declaration),
    };
  }
  if (ts.isInterfaceDeclaration(declaration)) {
    return {
      ...base,
      kind: 'interface',
      signature: `interface ${symbol.name}${heritageOf(declaration)}`,
      members: membersOf(checker, type, declaration),
    };
  }
  if (ts.isTypeAliasDeclaration(declaration)) {
    return {
      ...base,
      kind: 'type',
      signature: `type ${symbol.name} = ${declaration.type.getText()}`,
      members: membersOf(checker, type, declaration),
    };
  }
  return {
    ...base,
    kind: 'constant',
    signature: `const ${symbol.name}: ${checker.typeToString(value, declaration, FORMAT)}`,
    members: [],
  };
}

/** ` extends Error`; empty where nothing is extended. */
const heritageOf = ({ heritageClauses }: ts.ClassDeclaration | ts.InterfaceDeclaration): string =>
  heritageClauses?.map((each) => ` ${each.getText()}`).join('') ?? '';

/** Members that are declared in the project, not those of the language (of errors, of arrays). */
const membersOf = (checker: ts.TypeChecker, type: ts.Type, at: ts.Node): DescribedMember[] =>
  checker.getPropertiesOfType(type).flatMap((member) => {
    const [declaration] = member.declarations ?? [];
    if (declaration && /node_modules/.test(declaration.getSourceFile().fileName)) return [];
    const own = checker.typeToString(checker.getTypeOfSymbolAtLocation(member, at), at, FORMAT);
    const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
    return [
      {
        name: `${member.name}${isOptional ? '?' : ''}`,
        type: isOptional ? own.replace(/ \| undefined$/, '') : own,
        meaning: ts.displayPartsToString(member.getDocumentationComment(checker)),
        from: declaration ? ownerOf(declaration) : '',
      },
    ];
  });

function ownerOf({ parent }: ts.Node): string {
  const isNamed = ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent);
  return isNamed ? (parent.name?.text ?? '') : '';
}
