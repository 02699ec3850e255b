import type { CompletedCommand } from './completed-commands.js';
import { shellCases } from './shell-cases.js';

/** Completion for bash. Where no word fits, bash completes names of files (`-o default`). */
export function bashScript(name: string, commands: readonly CompletedCommand[]): string {
  const { descents, withValue, valuesOfOptions, options, words } = shellCases(commands);
  return `# ${name} completion for bash: source <(${name} completion bash)
_${name}() {
  local place='' words='' word i
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  # bash breaks --option=value into three words.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $before == '=' && COMP_CWORD -ge 2 ]]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$place|$word" in
      ${withValue} i=$((i + 1)); [[ \${COMP_WORDS[i]} == '=' ]] && i=$((i + 1)) ;;
      *) case "$place $word" in
        ${descents} place="$place $word" ;;
      esac ;;
    esac
  done
  COMPREPLY=()
  case "$place|$before" in
    ${valuesOfOptions.join('\n    ')}
    ${withValue} return ;;
    *)
      if [[ $current == -* ]]; then
        case "$place" in
          ${options.join('\n          ')}
        esac
      else
        case "$place" in
          ${words.join('\n          ')}
        esac
      fi ;;
  esac
  [[ -n $words ]] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _${name} ${name}
`;
}
