#!/usr/bin/env bash
# The first steps with curl, as docs/first-steps.md shows them. Prints the transcript in Markdown.
#   ./onerow serve &   docs/first-steps.sh [http://127.0.0.1:8080]
set -euo pipefail
base=${1:-http://127.0.0.1:8080}

say() { printf '\n%s\n\n' "$1"; }

# call METHOD PATH [CONTENT-TYPE BODY]
call() {
    local shown="curl -X $1 $base$2" answer
    local arguments=(-sS -X "$1" -w '\n%{http_code}' "$base$2")
    if [ $# -gt 2 ]; then
        shown+=" -H 'Content-Type: $3' --data-binary '$4'"
        arguments+=(-H "Content-Type: $3" --data-binary "$4")
    fi
    answer=$(curl "${arguments[@]}")
    printf '```\n$ %s\n%s  %s\n```\n' "${shown//$base/http://127.0.0.1:8080}" "${answer##*$'\n'}" "${answer%$'\n'*}"
}

json=application/json
echo '# First steps'
say 'Every answer below is real: `docs/first-steps.sh` prints this page against a server on an empty database, and a test compares the two.
A rule is SQL under a code that never changes. This one asks which rules there are.'
call PUT /v1/registry/rules/LIST_RULES $json '{"name":"Rule list","logic":"Which rules are there?","sql":"SELECT rule_code, sql_version FROM rules;"}'
say 'The same again changes nothing: `unchanged`, the same `version`, the same `updated_at`.'
call PUT /v1/registry/rules/LIST_RULES $json '{"name":"Rule list","logic":"Which rules are there?","sql":"SELECT rule_code, sql_version FROM rules;"}'
say 'Executing it makes the view and its row in the registry, in one transaction.'
call POST /v1/registry/rules/LIST_RULES/execute $json '{"summary":"all rules"}'
say 'Again: `unchanged` twice, and no DDL.'
call POST /v1/registry/rules/LIST_RULES/execute $json '{}'
say 'A column in the middle: the ids stay, and the change says what became of the columns.'
call POST /v1/registry/rules/LIST_RULES/execute $json '{"sql":"SELECT rule_code, name, sql_version FROM rules"}'
say 'SQL that the database refuses is a problem, and the old view still answers.'
call POST /v1/registry/rules/LIST_RULES/execute $json '{"sql":"SELECT nothing_like_it FROM rules"}'
call GET /v1/registry/views/rule_list/rows
say 'SQL that is not a question is refused before the database sees it.'
call PUT /v1/registry/rules/CLEAN_UP $json '{"sql":"DELETE FROM rules"}'
say 'Many at once, one line each; every line is answered, and the receipt adds up.'
call POST /v1/registry/rules/bulk application/x-ndjson '{"rule_code":"LIST_RULES","sql":"SELECT rule_code, name, sql_version FROM rules"}
{"rule_code":"COUNT_RULES","sql":"SELECT count(*) AS rules FROM rules"}
{"rule_code":"CLEAN_UP","sql":"DELETE FROM rules"}'
say 'A report that is sent twice counts once.'
report='{"article_id":"a-1","url":"https://daily.example.com/story?token=t0p","start_time":"2026-11-20T08:00:00Z","http_status_code":404}'
call PUT /v1/telemetry/extractions/op-1 $json "$report"
call PUT /v1/telemetry/extractions/op-1 $json "$report"
call GET /v1/telemetry/http-errors?until=2026-11-21T00:00:00Z
say 'So does a transaction that two files of a bank list.'
call PUT /v1/ledger/accounts/giro $json '{"name":"Giro","institution":"Sample Bank","type":"deposit","currency_code":"EUR"}'
call PUT /v1/ledger/csv-profiles/sample $json '{"delimiter":";","columns":{"date":"day","amount":"amount","merchant":"text"}}'
call POST /v1/ledger/accounts/giro/imports?profile=sample text/csv 'day;amount;text
2026-03-10;-12.40;Kiosk
2026-03-11;-3.20;Grocer'
call POST /v1/ledger/accounts/giro/imports?profile=sample text/csv 'day;amount;text
2026-03-11;-3.20;Grocer
2026-03-12;-7.50;Baker'
