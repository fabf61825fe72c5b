"""Times ReelRecs and its peers on one ratings file, in one run, and prints a table with ratios."""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from bench import agreement, machine, setup, table
from bench.catalog import NEVER_RUN, PEERS
from bench.setup import HERE, ROOT, TARGET, Missing, say

CASES = table.CASES
RESULTS = TARGET / "results"
OURS = "reelrecs"

# ReelRecs' own seconds in the look at it between two peers, which shows a machine that changes.
LOOK_SECONDS = 1.0


def options():
    parser = argparse.ArgumentParser(prog="cf-bench/peers/run", description=__doc__)
    names = [peer.name for peer in PEERS]
    parser.add_argument("--ratings", required=True, type=Path, metavar="FILE")
    parser.add_argument("--k", type=int, default=20, metavar="N", help="neighbors (20)")
    parser.add_argument("--threads", type=int, default=2, metavar="N", help="at most (2)")
    parser.add_argument("--seconds", type=float, default=2.0, metavar="N", help="per case (2)")
    parser.add_argument("--only", default=",".join(CASES), metavar="CASES", help="of " + ", ".join(CASES))
    parser.add_argument(
        "--only-peer",
        metavar="PEERS",
        help="measure these again and keep the others' results, of " + ", ".join(names),
    )
    parser.add_argument("--limit", type=float, default=120.0, metavar="N", help="seconds a peer may take (120)")
    asked = parser.parse_args()
    asked.only = asked.only.split(",")
    asked.peers = asked.only_peer.split(",") if asked.only_peer else names
    for given, known, what in ((asked.only, CASES, "case"), (asked.peers, names, "peer")):
        for each in given:
            if each not in known:
                parser.error(f"no such {what}: {each}; there are {', '.join(known)}")
    if not asked.ratings.is_file():
        parser.error(f"no such file: {asked.ratings}")
    for name in ("k", "threads", "seconds", "limit"):
        if getattr(asked, name) <= 0:
            parser.error(f"{name} must be > 0, actual: {getattr(asked, name)}")
    return asked


class Run:
    """One run: its own results, and those of earlier ones that it does not replace."""

    def __init__(self, asked):
        self.asked = asked
        self.name = time.strftime("%Y-%m-%dT%H:%M:%S")
        self.work = TARGET / "work"
        self.not_run = {}
        self.looks = []
        self.jdk = machine.newest_jdk()
        if self.jdk is None:
            sys.exit("peers: no JDK found; point JAVA_HOME to one")

    def prepare(self):
        self.work.mkdir(parents=True, exist_ok=True)
        RESULTS.mkdir(exist_ok=True)
        if not self.asked.only_peer:
            for old in RESULTS.glob("*.jsonl"):
                old.unlink()
        try:
            setup.export(self.jdk, self.asked.ratings.resolve(), self.asked.k, self.work)
        except Missing as missing:
            sys.exit(f"peers: {missing}")
        self.ours = agreement.read(self.work / "reelrecs.neighbors")
        self.commands = {
            "jvm": self._command(lambda: setup.jvm_peers(self.jdk)),
            "python": self._command(lambda: setup.python_peers("venv", "requirements.txt")),
        }
        if "score" in self.asked.only and "lenskit" in self.asked.peers:
            self.commands["lenskit"] = self._command(
                lambda: setup.python_peers("venv-lenskit", "requirements-lenskit.txt")
            )

    @staticmethod
    def _command(make):
        try:
            return make()
        except Missing as missing:
            return missing

    def measure_ours(self, seconds, cases, threads):
        """ReelRecs by its own command; every record goes to this run's file."""
        records = []
        for count in sorted(threads):
            for case in cases:
                if case in ("user", "score") and count != min(threads):
                    continue  # these take one thread
                command = [ROOT / "reelrecs", "bench", case, "--ratings", self.asked.ratings]
                # What takes milliseconds has no warm-up of its own in `reelrecs bench`; peers have one.
                repeated = seconds if case in ("user", "score") else 2 * seconds
                settings = ["--k", self.asked.k, "--threads", count, "--seconds", repeated, "--json"]
                records += self._lines([*command, *settings], setup.with_jdk(self.jdk))
        for record in records:
            record["run"] = self.name
        with open(RESULTS / f"{OURS}.{self.name.replace(':', '')}.jsonl", "a") as file:
            file.writelines(json.dumps(record) + "\n" for record in records)
        return records

    def look(self):
        """A short look at ReelRecs' search, between peers."""
        if "search" in self.asked.only:
            for record in self.measure_ours(LOOK_SECONDS, ["search"], {self.asked.threads}):
                self.looks.append(table.middle(record))

    def measure(self, peer):
        command = self.commands.get(peer.where)
        if isinstance(command, Missing):
            self.not_run[peer.name] = str(command)
            return
        records = []
        for count in peer.thread_counts(self.asked.threads, self.asked.only):
            cases = peer.cases_at(count, self.asked.threads, self.asked.only)
            if not cases:
                continue
            say(f"{peer.name}, {count} thread{'s' if count > 1 else ''}...")
            output = self.work / f"{peer.name}.{count}.neighbors"
            arguments = [peer.name, self.work, self.asked.k, count, ",".join(cases)]
            arguments += [self.asked.seconds, output, self.asked.ratings.resolve()]
            env = machine.environment(count, peer.keep_openblas)
            env["PYTHONPATH"] = str(HERE)
            try:
                found = self._lines([*command, *arguments], env)
            except Missing as missing:
                self.not_run[f"{peer.name}, {count} threads"] = str(missing)
                continue
            for record in found:
                record["run"] = self.name
                if "neighbors" in record:
                    record["agreement"] = self.check(peer, output)
            records += found
        text = "".join(json.dumps(record) + "\n" for record in records)
        (RESULTS / f"{peer.name}.jsonl").write_text(text)

    def check(self, peer, output):
        result = agreement.check(self.ours, agreement.read(output))
        if peer.other_question and not result.agrees:
            return peer.other_question
        for example in result.examples:
            say(f"{peer.name}: {example}")
        return result.text()

    def _lines(self, command, env):
        """The JSON lines that a command prints."""
        log = TARGET / "peers.log"
        with open(log, "a") as errors:
            try:
                done = subprocess.run(
                    [str(part) for part in command],
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    text=True,
                    env=env,
                    timeout=self.asked.limit,
                    check=False,
                )
            except subprocess.TimeoutExpired as late:
                raise Missing(f"took longer than {self.asked.limit:g} s") from late
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        if done.returncode:
            raise Missing(f"ended with code {done.returncode}; see {log.relative_to(ROOT)}")
        return [json.loads(line) for line in lines]

    def report(self):
        peers, ours = [], {}
        known = {peer.name for peer in PEERS}
        for file in sorted(RESULTS.glob("*.jsonl")):
            records = [json.loads(line) for line in file.read_text().splitlines()]
            if file.stem in known:
                peers += records
            else:
                for record in records:
                    ours.setdefault(record["run"], []).append(record)
        text = "\n".join(self.text(peers, ours))
        (TARGET / "peers.md").write_text(text + "\n")
        with open(TARGET / "peers.jsonl", "w") as file:
            for record in [each for run in ours.values() for each in run] + peers:
                file.write(json.dumps(record) + "\n")
        print(text)
        say(f"written to {(TARGET / 'peers.md').relative_to(ROOT)} and peers.jsonl beside it")

    def text(self, peers, ours):
        asked = self.asked
        yield (
            f"{asked.ratings.name}, {self.ours.rows:,} users, k = {asked.k}, {self.name}; "
            f"{machine.describe()}, JDK {self.jdk[1]}."
        )
        if self.looks:
            yield (
                f"ReelRecs' search between the peers: {len(self.looks)} looks, medians "
                f"{table.seconds(min(self.looks))} to {table.seconds(max(self.looks))}."
            )
        blas = sorted({f"{each['peer']}: {each['blas']}" for each in peers if "blas" in each})
        if blas:
            yield f"BLAS: {'; '.join(blas)}."
        yield ""
        yield table.markdown(table.rows(peers, ours))
        yield ""
        for name, reason in self.not_run.items():
            yield f"- not run: {name}: {reason}"
        for reason in NEVER_RUN:
            yield f"- not run: {reason}"


def main():
    asked = options()
    TARGET.mkdir(exist_ok=True)
    run = Run(asked)
    started = time.monotonic()
    run.prepare()
    say(f"ready after {time.monotonic() - started:.0f} s; measuring")
    started = time.monotonic()
    everything = asked.only, {1, asked.threads}
    try:
        run.measure_ours(asked.seconds, *everything)
        for peer in PEERS:
            if peer.name in asked.peers and set(peer.cases) & set(asked.only):
                run.measure(peer)
                if "search" in peer.cases:
                    run.look()
        run.measure_ours(asked.seconds, *everything)
    except Missing as missing:
        sys.exit(f"peers: reelrecs bench {missing}")
    finally:
        run.report()
    say(f"measured for {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
