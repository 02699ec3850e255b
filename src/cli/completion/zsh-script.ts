import type { CompletedCommand } from './completed-commands.js';
import { shellCases } from './shell-cases.js';

/** Completion for zsh, to be sourced, or to stand as `_NAME` in a folder of $fpath. */
export function zshScript(name: string, commands: readonly CompletedCommand[]): string {
  const { descents, withValue, valuesOfOptions, options, words } = shellCases(commands);
  return `#compdef ${name}
# ${name} completion for zsh: source <(${name} completion zsh)
_${name}() {
  local place='' found='' word i
  local current="\${words[CURRENT]}" before="\${words[CURRENT-1]}"
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    case "$place|$word" in
      ${withValue} i=$((i + 1)) ;;
      *) case "$place $word" in
        ${descents} place="$place $word" ;;
      esac ;;
    esac
  done
  if [[ $current == --*=* ]]; then
    before="\${current%%=*}"
    compset -P '*='
  fi
  case "$place|$before" in
    ${found(valuesOfOptions)}
    ${withValue} _files; return ;;
    *)
      if [[ $current == -* ]]; then
        case "$place" in
          ${found(options)}
        esac
      else
        case "$place" in
          ${found(words)}
        esac
      fi ;;
  esac
  if [[ -n $found ]]; then
    compadd -- \${=found}
  else
    _files
  fi
}
compdef _${name} ${name}
`;
}

/** `words` is the command line in zsh. */
const found = (lines: readonly string[]): string =>
  lines.map((line) => line.replace(/ words=('(?:[^']|'\\'')*' ;;)$/, ' found=$1')).join('\n          ');
