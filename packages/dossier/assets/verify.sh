#!/usr/bin/env bash
# Verifies the dossier in whose folder it lies, without Quittance: bash 4, GNU coreutils, OpenSSL 3 and xxd are enough.
# Run it as "bash verify.sh". It stops at the first file that is not as it should be, and names it.
set -euo pipefail
export LC_ALL=C
shopt -s nullglob dotglob
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  printf 'FAILED  %s: %s\n' "$1" "$2" >&2
  exit 1
}
hash_of() {
  local line
  line=$(sha256sum)
  printf '%s' "${line%% *}"
}
same() { [[ $(hash_of <"$1") == "$(hash_of <"$2")" ]]; }
bytes() { printf '%s' "$1" | xxd -r -p; }
hex() { xxd -p | tr -d '\n'; }
# Refuses every spelling but the canonical one.
hex_of_base64() {
  local again
  again=$(printf '%s' "$1" | base64 -d 2>/dev/null | base64 -w0) || return 1
  [[ -n $1 && $again == "$1" ]] || return 1
  printf '%s' "$1" | base64 -d | hex
}
files_below() {
  local path
  for path in "$1"*; do
    if [[ -d $path && ! -L $path ]]; then files_below "$path/"; else printf '%s\n' "$path"; fi
  done
}

# 1. The key: name+id+base64 for people and programs, PEM for openssl. Both must be the same Ed25519 key.
for name in mimetype README.txt SHA256SUMS SHA256SUMS.note checkpoint.note keys/archive.pub.pem keys/archive.vkey; do
  [[ -f $name ]] || fail "$name" 'it is missing'
done
key_line=$(<keys/archive.vkey)
[[ $key_line =~ ^([^+[:space:]]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$ ]] || fail keys/archive.vkey 'it is no verifier key'
origin=${BASH_REMATCH[1]} key_id=${BASH_REMATCH[2]}
key=$(hex_of_base64 "${BASH_REMATCH[3]}") || fail keys/archive.vkey 'its base64 is not canonical'
[[ ${#key} -eq 66 && ${key:0:2} == 01 ]] || fail keys/archive.vkey 'it is no Ed25519 key'
pem_key=$(openssl pkey -pubin -in keys/archive.pub.pem -outform DER 2>/dev/null | hex) || fail keys/archive.pub.pem 'openssl cannot read it'
[[ $pem_key == "302a300506032b6570032100${key:2}" ]] || fail keys/archive.pub.pem 'it is another key than keys/archive.vkey'
own_id=$({ printf '%s\n' "$origin" && bytes "$key"; } | hash_of)
[[ ${own_id:0:8} == "$key_id" ]] || fail keys/archive.vkey 'its id does not fit its name and key'

# A C2SP signed note: three lines, an empty one, signatures. The three lines go to $work/text. The key is that in keys/ unless another one is given.
open_note() {
  local -a line
  local signature raw id=${2-$key_id} pem=${3-keys/archive.pub.pem}
  mapfile -t line <"$1"
  printf '%s\n' "${line[@]}" >"$work/again"
  if ! same "$work/again" "$1" || [[ ${#line[@]} -lt 5 || -n ${line[3]} ]]; then fail "$1" 'it is no signed note'; fi
  printf '%s\n' "${line[@]:0:3}" >"$work/text"
  for signature in "${line[@]:4}"; do
    [[ $signature == "— $origin "* ]] || continue
    raw=$(hex_of_base64 "${signature#"— $origin "}") || fail "$1" 'its signature is malformed'
    [[ ${raw:0:8} == "$id" ]] || continue
    bytes "${raw:8}" >"$work/signature"
    openssl pkeyutl -verify -pubin -inkey "$pem" -rawin -in "$work/text" -sigfile "$work/signature" >/dev/null 2>&1 ||
      fail "$1" 'its signature does not fit'
    return 0
  done
  fail "$1" 'it is not signed by the key in keys/'
}

# The keys that the log had before, each handing over to the next by a note that both signed.
last=
for note in keys/rotation-*.note; do
  mapfile -t line <"$note"
  [[ ${line[0]} == 'quittance key rotation v1' ]] || fail "$note" 'it is no change of a key'
  [[ -z $last || ${line[1]} == "$last" ]] || fail "$note" 'it does not go on from the key before it'
  for each in "${line[@]:1:2}"; do
    [[ $each =~ ^([^+[:space:]]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$ && ${BASH_REMATCH[1]} == "$origin" ]] || fail "$note" 'it names no key of this log'
    raw_key=$(hex_of_base64 "${BASH_REMATCH[3]}") || fail "$note" 'a key is malformed'
    bytes "302a300506032b6570032100${raw_key:2}" | openssl pkey -pubin -inform DER -out "$work/key.pem" 2>/dev/null || fail "$note" 'a key is malformed'
    open_note "$note" "${BASH_REMATCH[2]}" "$work/key.pem"
  done
  last=${line[2]}
done
[[ -z $last || $last == "$key_line" ]] || fail "$note" 'it does not lead to the key in keys/'

# 2. The list of files is signed, and lists exactly the files that are here, with their hashes.
open_note SHA256SUMS.note
printf 'quittance dossier v1\n%s\n%s\n' "$origin" "$(hash_of <SHA256SUMS)" >"$work/expected"
same "$work/text" "$work/expected" || fail SHA256SUMS 'it is not the list that was signed'
listed=$'\n'$(<SHA256SUMS)$'\n'
files_below '' | sort >"$work/names"
mapfile -t names < <(grep -vx -e SHA256SUMS -e SHA256SUMS.note "$work/names")
# All at once; a name that sha256sum has to escape is in no list of ours.
if ! sha256sum -- "${names[@]}" >"$work/sums" 2>/dev/null; then
  for name in "${names[@]}"; do [[ -f $name && -r $name ]] || fail "$name" 'it can not be read, or does not belong to the dossier'; done
  fail SHA256SUMS 'a file can not be read'
fi
while IFS= read -r entry; do
  [[ $listed == *$'\n'"$entry"$'\n'* ]] || fail "${entry#*  }" 'it was changed, or does not belong to the dossier'
done <"$work/sums"
while read -r _ name; do [[ -f $name ]] || fail "$name" 'it is missing'; done <SHA256SUMS
same "$work/sums" SHA256SUMS || fail SHA256SUMS 'it lists other files than are here'
printf 'ok  %s files are those of the signed list\n' "$(wc -l <SHA256SUMS)"

# 3. The head of the log: its name, the number of its leaves, the root of its tree.
open_note checkpoint.note
mapfile -t head <"$work/text"
[[ ${head[0]} == "$origin" ]] || fail checkpoint.note 'it is the head of another log'
[[ ${head[1]} =~ ^(0|[1-9][0-9]{0,15})$ ]] || fail checkpoint.note 'it names no number of leaves'
size=${head[1]}
root=$(hex_of_base64 "${head[2]}") || fail checkpoint.note 'its root is malformed'

# RFC 9162 §2.1.3.2: from a leaf over the hashes beside its path up to the root.
node() { bytes "01$1$2" | hash_of; }
walk() {
  local hash=$1 position=$2 last=$(($3 - 1)) root=$4 sibling
  shift 4
  for sibling in "$@"; do
    ((last > 0)) || return 1
    sibling=$(hex_of_base64 "$sibling") && [[ ${#sibling} -eq 64 ]] || return 1
    if ((position % 2 == 1 || position == last)); then
      hash=$(node "$sibling" "$hash")
      while ((position % 2 == 0 && position != 0)); do ((position /= 2, last /= 2)) || true; done
    else
      hash=$(node "$hash" "$sibling")
    fi
    ((position /= 2, last /= 2)) || true
  done
  ((last == 0)) && [[ $hash == "$root" ]]
}

# 4. A manifest is in the log: salt and manifest give the leaf, the proof leads from the leaf to the root of this very checkpoint.
check_leaf() {
  local folder=$1 kind=$2 manifest=$1$3 proof=$1$4 commitment leaf at=2
  local -a line
  [[ $(<"$manifest") =~ \"raw\":\{\"sha256\":\"([0-9a-f]{64})\",\"size\":([0-9]+)\} ]] || fail "$manifest" 'it names no message'
  [[ ${BASH_REMATCH[1]} == "$(hash_of <"${folder}message.eml")" && ${BASH_REMATCH[2]} -eq $(wc -c <"${folder}message.eml") ]] ||
    fail "${folder}message.eml" 'it is not the message that the manifest names'
  [[ $(wc -c <"${folder}salt.bin") -eq 32 ]] || fail "${folder}salt.bin" 'a salt has 32 bytes'
  commitment=$({ cat "${folder}salt.bin" && openssl dgst -sha256 -binary "$manifest"; } | hash_of)
  leaf=$(printf '\000leaf/v1 %s %s\n' "$kind" "$commitment" | hash_of)
  mapfile -t line <"$proof"
  [[ ${line[0]} == c2sp.org/tlog-proof@v1 && ${line[1]} =~ ^index\ (0|[1-9][0-9]{0,15})$ ]] || fail "$proof" 'it is no proof'
  index=${BASH_REMATCH[1]}
  while [[ -n ${line[at]-} ]]; do ((at += 1)); done
  { printf '%s\n' "${line[@]:0:at}" '' && cat checkpoint.note; } >"$work/again"
  same "$work/again" "$proof" || fail "$proof" 'it belongs to another checkpoint'
  if ((index >= size)) || ! walk "$leaf" "$index" "$size" "$root" "${line[@]:2:at-2}"; then
    fail "$proof" 'it does not lead from the manifest to the root'
  fi
}

# 5. DKIM: the domain's key, as DNS gave it at arrival, signed these header fields. That they are those of message.eml, and that the text
# has the hash bh=, is what a DKIM tool finds; "quittance verify" does so too.
check_dkim() {
  local part=$1 folder=$2 key_file=$1-key.pem published type
  [[ -f $part-sig.bin && -f $key_file ]] || fail "$part-header.bin" 'signature or key is missing'
  published=$(tr -d ' "\\,' <"${folder}dns.json")
  type=$(openssl pkey -pubin -in "$key_file" -noout -text 2>/dev/null) || fail "$key_file" 'openssl cannot read it'
  if [[ $type == ED25519* ]]; then
    key=$(openssl pkey -pubin -in "$key_file" -outform DER | tail -c 32 | base64 -w0)
    openssl dgst -sha256 -binary "$part-header.bin" >"$work/digest"
    openssl pkeyutl -verify -pubin -inkey "$key_file" -rawin -in "$work/digest" -sigfile "$part-sig.bin" >/dev/null 2>&1 ||
      fail "$part-sig.bin" 'the signature of the sender does not fit'
    [[ $published == *"${key%%=*}"* ]] || fail "$key_file" 'DNS did not give this key'
  else
    openssl dgst -sha256 -verify "$key_file" -signature "$part-sig.bin" "$part-header.bin" >/dev/null 2>&1 ||
      fail "$part-sig.bin" 'the signature of the sender does not fit'
    key=$(openssl pkey -pubin -in "$key_file" -outform DER | base64 -w0)
    bare=$(openssl rsa -pubin -in "$key_file" -RSAPublicKey_out -outform DER 2>/dev/null | base64 -w0)
    [[ $published == *"${key%%=*}"* || $published == *"${bare%%=*}"* ]] || fail "$key_file" 'DNS did not give this key'
  fi
}

# 6. Trusted time: this log only grew from an older head (RFC 9162 §2.1.4.2), that head is in the anchor log, and authorities stamped the head of
# that. So every leaf that the older head covers existed at the time of the earliest token. Whether to trust a root certificate is the reader's to say.
read_head() {
  local -a line
  mapfile -t line <"$1"
  [[ ${#line[@]} -ge 5 && -z ${line[3]} && ${line[1]} =~ ^(0|[1-9][0-9]{0,15})$ ]] || fail "$1" 'it is no head of a log'
  head_origin=${line[0]} head_size=${line[1]}
  head_root=$(hex_of_base64 "${line[2]}") || fail "$1" 'its root is malformed'
}
grows() {
  local old_size=$1 old_root=$2 position=$(($1 - 1)) last=$((size - 1)) old new sibling
  shift 2
  ((old_size > 0 && old_size <= size)) || return 1
  if ((old_size == size)); then [[ $# -eq 0 && $old_root == "$root" ]] && return 0 || return 1; fi
  while ((position % 2 == 1)); do ((position /= 2, last /= 2)) || true; done
  if (((old_size & (old_size - 1)) == 0)); then old=$old_root; else
    [[ $# -gt 0 ]] && old=$(hex_of_base64 "$1") || return 1
    shift
  fi
  new=$old
  for sibling in "$@"; do
    ((last > 0)) || return 1
    sibling=$(hex_of_base64 "$sibling") && [[ ${#sibling} -eq 64 ]] || return 1
    if ((position % 2 == 1 || position == last)); then
      old=$(node "$sibling" "$old")
      new=$(node "$sibling" "$new")
      while ((position % 2 == 0 && position != 0)); do ((position /= 2, last /= 2)) || true; done
    else
      new=$(node "$new" "$sibling")
    fi
    ((position /= 2, last /= 2)) || true
  done
  ((last == 0)) && [[ $old == "$old_root" && $new == "$root" ]]
}
check_anchor() {
  local folder=$1 at=1 leaf token file stated
  local -a line
  for file in archive.note archive.growth anchor.note anchor.tlog-proof token-1.tsr; do [[ -f $folder$file ]] || fail "$folder$file" 'it is missing'; done
  read_head "${folder}archive.note"
  [[ $head_origin == "$origin" ]] || fail "${folder}archive.note" 'it is the head of another log'
  anchored=$head_size
  mapfile -t line <"${folder}archive.growth"
  [[ ${line[0]} == "old $head_size" ]] || fail "${folder}archive.growth" 'it begins at another head'
  while [[ -n ${line[at]-} ]]; do ((at += 1)); done
  { printf '%s\n' "${line[@]:0:at}" '' && cat checkpoint.note; } >"$work/again"
  same "$work/again" "${folder}archive.growth" || fail "${folder}archive.growth" 'it leads to another head'
  grows "$head_size" "$head_root" "${line[@]:1:at-1}" || fail "${folder}archive.growth" 'the log did not only grow from the older head'
  read_head "${folder}anchor.note"
  leaf=$(printf '\000leaf/v1 checkpoint %s\n' "$(hash_of <"${folder}archive.note")" | hash_of)
  mapfile -t line <"${folder}anchor.tlog-proof"
  [[ ${line[0]} == c2sp.org/tlog-proof@v1 && ${line[1]} =~ ^index\ (0|[1-9][0-9]{0,15})$ ]] || fail "${folder}anchor.tlog-proof" 'it is no proof'
  index=${BASH_REMATCH[1]} at=2
  while [[ -n ${line[at]-} ]]; do ((at += 1)); done
  { printf '%s\n' "${line[@]:0:at}" '' && cat "${folder}anchor.note"; } >"$work/again"
  same "$work/again" "${folder}anchor.tlog-proof" || fail "${folder}anchor.tlog-proof" 'it belongs to another head'
  if ((index >= head_size)) || ! walk "$leaf" "$index" "$head_size" "$head_root" "${line[@]:2:at-2}"; then
    fail "${folder}anchor.tlog-proof" 'it does not lead from the older head to the root of the anchor log'
  fi
  for token in "$folder"token-*.tsr; do
    stated=$(openssl ts -reply -in "$token" -text 2>/dev/null | sed -n 's/^Time stamp: //p') || fail "$token" 'openssl cannot read it'
    stated=$(date -u -d "$stated" +%s 2>/dev/null) || fail "$token" 'it states no time'
    openssl ts -verify -data "${folder}anchor.note" -in "$token" -CAfile "${token%.tsr}-root.pem" -attime "$stated" >/dev/null 2>&1 ||
      fail "$token" 'it is no time stamp of anchor.note that leads to the root certificate beside it'
    times+=("$stated $anchored")
    printf 'ok  %s: the first %s leaves existed on %s; root certificate: %s\n' "$token" "$anchored" "$(date -u -d "@$stated" +%FT%TZ)" \
      "$(openssl x509 -in "${token%.tsr}-root.pem" -noout -subject -nameopt RFC2253 2>/dev/null | sed 's/^subject=//')"
  done
}
stamped_at() {
  local earliest='' time
  for time in "${times[@]}"; do
    (($1 < ${time#* })) && { [[ -z $earliest ]] || ((${time% *} < earliest)); } && earliest=${time% *}
  done
  [[ -z $earliest ]] || date -u -d "@$earliest" +%FT%TZ
}
times=()
for folder in anchors/*/; do check_anchor "$folder"; done

unstamped=0
for folder in messages/*/; do
  check_leaf "$folder" message manifest.json archive.tlog-proof
  place=$index
  latest=${folder}manifest.json
  for verdict in "${folder}"verdict-*.json; do
    verdict=${verdict#"$folder"}
    check_leaf "$folder" verdict "$verdict" "${verdict%.json}.tlog-proof"
    latest=$folder$verdict
  done
  dns=$(<"${folder}dns.json")
  [[ $(<"$latest") == *"\"dns\":$dns,\"kind\":"* ]] || fail "${folder}dns.json" 'it has other answers than the manifest'
  signatures=0
  for header in "${folder}"dkim-*-header.bin; do
    check_dkim "${header%-header.bin}" "$folder"
    ((signatures += 1))
  done
  time=$(stamped_at "$place") || true
  [[ -n $time ]] || ((unstamped += 1))
  printf 'ok  %smessage.eml is leaf %s of %s; signatures by a sender that fit: %s; time-stamped: %s\n' "$folder" "$place" "$size" "$signatures" "${time:-no}"
done

# 7. Statements of silence: signed by the key of the log. What they say is for people to read; "quittance verify" also reckons their gaps anew.
for note in silence-*.note; do
  statement=${note%.note}.json
  [[ -f $statement ]] || fail "$statement" 'it is missing'
  open_note "$note"
  printf 'quittance silence v1\n%s\n%s\n' "$origin" "$(hash_of <"$statement")" >"$work/expected"
  same "$work/text" "$work/expected" || fail "$statement" 'it is not the statement that was signed'
  printf 'ok  %s is signed\n' "$statement"
done

if ((unstamped == 0)); then
  printf 'ALL HOLDS. Time-stamped: the authorities named above confirm the times, if you trust their root certificates.\n'
elif ((${#times[@]} > 0)); then
  printf 'ALL HOLDS. %s of the messages are chained, not time-stamped; the authorities named above confirm the times of the others.\n' "$unstamped"
else
  printf 'ALL HOLDS. Chained, not time-stamped: no independent authority has confirmed the time.\n'
fi
printf 'Signed by the log of this key; compare it with one that you got another way:\n%s\n' "$key_line"
