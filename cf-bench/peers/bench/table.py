"""The one table: a line per case, thread count and library, with the ratio to ReelRecs.

A record is a dictionary as `reelrecs bench --json` prints it: `case`, `threads`, `median_s` (or
`p50_s`), `min_s`, `runs`, perhaps `p99_s`, `candidates` and `kernel`. A peer's has `library` too,
and `run`, the run that it was measured in: its ratio is to ReelRecs in that run. Reading to
columns without a matrix, which is what most peers do, is a line of its own for ReelRecs.
"""

from statistics import median

CASES = ["search", "user", "score", "read"]
HEAD = ["case", "threads", "what ran", "median", "min", "p99", "runs", "ratio", "same neighbors"]


def middle(record):
    return record.get("median_s", record.get("p50_s"))


def key(record):
    return record["case"], record.get("candidates", 0)


def merge(records):
    """One record of several of the same work: the median of medians, the least of all."""
    merged = dict(records[0])
    merged["median_s"] = median(middle(each) for each in records)
    merged["min_s"] = min(each.get("min_s", middle(each)) for each in records)
    merged["runs"] = sum(each.get("runs", 1) for each in records)
    columns = [each for each in records if "columns_median_s" in each]
    if columns:
        merged["columns_median_s"] = median(each["columns_median_s"] for each in columns)
        merged["columns_min_s"] = min(each["columns_min_s"] for each in columns)
    tails = [each["p99_s"] for each in records if "p99_s" in each]
    if tails:
        merged["p99_s"] = median(tails)
    return merged


def ours_by_work(records):
    """ReelRecs' records of one run by case, candidates and threads, each merged into one."""
    groups = {}
    for record in records:
        groups.setdefault((*key(record), record.get("threads", 1)), []).append(record)
    return {work: merge(group) for work, group in groups.items()}


def counterpart(peer, ours):
    """What ReelRecs took for the same: with as many threads, or else with the fewest it takes."""
    same = {work[2]: record for work, record in ours.items() if work[:2] == key(peer)}
    if not same:
        return None
    return same.get(peer.get("threads", 1), same[min(same)])


def ratio(peer, record):
    """How many times longer the peer took, by the medians and by the shortest times."""
    if record is None or not middle(record):
        return None
    shortest = record.get("min_s") or middle(record)
    return middle(peer) / middle(record), peer.get("min_s", middle(peer)) / shortest


def seconds(value):
    if value is None:
        return ""
    for factor, unit in ((1, "s"), (1e3, "ms"), (1e6, "us")):
        if value * factor >= 1:
            return f"{value * factor:.3g} {unit}"
    return f"{value * 1e9:.3g} ns"


def times(value):
    return f"{value:.2f}x" if value < 10 else f"{value:,.0f}x"


def name(case, candidates):
    return f"{case} {candidates}" if candidates else case


def rows(peers, ours_of_run):
    """The cells of the table: ReelRecs first in each group, then the peers, the fastest first.

    `ours_of_run` gives ReelRecs' records of each run; the rows of ReelRecs are those of the last.
    """
    merged = {run: ours_by_work(records) for run, records in ours_of_run.items()}
    last = merged[max(merged)] if merged else {}
    works = {(*key(peer), peer.get("threads", 1)) for peer in peers} | set(last)
    for work in sorted(works, key=lambda w: (CASES.index(w[0]), w[1], w[2])):
        if work in last:
            record = last[work]
            label = f"**ReelRecs**, {record.get('kernel', '')}".rstrip(", ")
            yield _cells(work, label, record, "1", "")
            if "columns_median_s" in record:
                columns = {"median_s": record["columns_median_s"], "min_s": record["columns_min_s"]}
                columns["runs"] = record.get("runs", 1)
                found = ratio(columns, record)
                text = f"{times(found[0])} ({times(found[1])})"
                yield _cells(work, "ReelRecs, to columns alone", columns, text, "")
        group = [peer for peer in peers if (*key(peer), peer.get("threads", 1)) == work]
        for peer in sorted(group, key=middle):
            found = ratio(peer, counterpart(peer, merged.get(peer.get("run"), {})))
            text = f"{times(found[0])} ({times(found[1])})" if found else ""
            yield _cells(work, peer["library"], peer, text, peer.get("agreement", ""))


def _cells(work, label, record, ratio_text, agreement):
    case, candidates, threads = work
    note = record.get("note")
    return [
        name(case, candidates),
        str(threads),
        f"{label}; {note}" if note else label,
        seconds(middle(record)),
        seconds(record.get("min_s")),
        seconds(record.get("p99_s")),
        f"{record.get('runs', 1):,}",
        ratio_text,
        agreement,
    ]


def markdown(cells):
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    lines += ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join(lines)
