# Turns an access log in the combined format of web servers into extractions, one NDJSON line each:
#   awk -v name=monday -f docs/extractions-from-access-log.awk access.log |
#     curl --data-binary @- -H 'Content-Type: application/x-ndjson' http://127.0.0.1:8080/v1/telemetry/extractions/bulk
# A line keeps its operation id as long as name and line number are the same, so everything may be sent again, in any order.
# Such a log names no site, so the client's address stands for it. Lines of another form are counted on standard error.
# Plain POSIX awk; run it with LC_ALL=C where a log holds bytes that are no UTF-8.

BEGIN {
    if (name == "") name = "access"
    split("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", names, " ")
    for (i in names) month[names[i]] = sprintf("%02d", i)
}

# The text of a JSON string. What a log writes as \" or \x22 stays as it is written.
function quoted(text) {
    gsub(/\\/, "&&", text)
    gsub(/"/, "\\\"", text)
    gsub(/[\001-\037\177]/, "?", text)
    return "\"" text "\""
}

# 17/May/2015:10:05:03 +0000, as RFC 3339.
function instant(text) {
    return substr(text, 8, 4) "-" month[substr(text, 4, 3)] "-" substr(text, 1, 2) "T" substr(text, 13, 8) \
        substr(text, 22, 3) ":" substr(text, 25, 2)
}

# Where the request ends: the next quotation mark that no backslash precedes.
function end_of_request(rest,    i) {
    for (i = 1; i <= length(rest); i++) {
        if (substr(rest, i, 1) == "\\") i++
        else if (substr(rest, i, 1) == "\"") return i
    }
    return 0
}

{
    client = $1
    if (!match($0, /\[[0-9][0-9]\/[A-Z][a-z][a-z]\/[0-9][0-9][0-9][0-9](:[0-9][0-9])(:[0-9][0-9])(:[0-9][0-9]) [+-][0-9][0-9][0-9][0-9]\] "/)) {
        skipped++
        next
    }
    time = instant(substr($0, RSTART + 1, 26))
    rest = substr($0, RSTART + RLENGTH)
    end = end_of_request(rest)
    request = substr(rest, 1, end - 1)
    split(substr(rest, end + 1), after, " ")
    if (!end || after[1] !~ /^[0-9][0-9][0-9]$/ || request !~ /^[A-Z]+ \//) {
        skipped++
        next
    }
    verb = request
    sub(/ .*/, "", verb)
    path = request
    sub(/^[A-Z]+ /, "", path)
    sub(/ HTTP\/[0-9.]+$/, "", path)
    gsub(/ /, "%20", path)
    article = path
    sub(/[?#].*/, "", article)
    site = (client ~ /:/) ? "[" client "]" : client
    printf "{\"operation_id\":%s,\"article_id\":%s,\"url\":%s,\"start_time\":\"%s\",\"http_status_code\":%d,", \
        quoted(name "-" FNR), quoted(substr(article, 1, 200)), quoted("http://" site path), time, after[1]
    if (after[2] ~ /^[0-9]+$/) printf "\"content_length\":%s,", after[2]
    printf "\"method_attempts\":[{\"method\":%s,\"success\":%s}]}\n", \
        quoted(tolower(verb)), (after[1] >= 200 && after[1] < 300) ? "true" : "false"
}

END {
    if (skipped) print skipped " lines are no requests" > "/dev/stderr"
}
