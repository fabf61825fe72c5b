"""Builds what is measured, once: ReelRecs, the JVM peers, virtual environments of Python ones.

Everything goes to the folder `target`. What cannot be had is left out, with a reason.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent
TARGET = HERE / "target"
VECTOR = "jdk.incubator.vector"

# What the newest Lucene asks for.
OLDEST_JDK_OF_PEERS = 21


class Missing(Exception):
    """Something cannot be had; the text says why, in a line."""


def say(text):
    print(f"peers: {text}", file=sys.stderr, flush=True)


def call(command, reason, **options):
    """Runs a command; what it says goes to a log; its last line is the reason if it fails."""
    log = TARGET / "setup.log"
    with open(log, "a") as out:
        try:
            code = subprocess.run(
                [str(part) for part in command], stdout=out, stderr=out, check=False, **options
            ).returncode
        except OSError as error:
            raise Missing(f"{reason}: {error.strerror}") from error
    if code:
        raise Missing(f"{reason}; see {log.relative_to(ROOT)}")


def app_folder(jdk):
    """Where ReelRecs' jars are; its launcher builds them if they are not there."""
    call([ROOT / "reelrecs", "--version"], "ReelRecs cannot be built", env=with_jdk(jdk))
    return Path(os.environ.get("REELRECS_APP") or ROOT / "cf-cli" / "target" / "app")


def with_jdk(jdk):
    return {**os.environ, "JAVA_HOME": str(jdk[0])}


def export(jdk, ratings, k, work):
    """Trains, and writes the ratings, the sample and ReelRecs' neighbors for the peers."""
    model = work / "model.rrm"
    app = app_folder(jdk)
    train = ["train", "--algorithm", "reference", "--k", k, "--ratings", ratings, "--out", model]
    call([ROOT / "reelrecs", *train], "ReelRecs cannot train", env=with_jdk(jdk))
    path = os.pathsep.join([str(app / "reelrecs.jar"), str(app / "lib" / "*")])
    java = [jdk[0] / "bin" / "java", f"--add-modules={VECTOR}", "-cp", path]
    source = HERE / "reelrecs" / "Export.java"
    call([*java, source, model, work, k], "the ratings cannot be exported")


def jvm_peers(jdk):
    """The command that runs a JVM peer, without its arguments."""
    if int(jdk[1].split(".")[0]) < OLDEST_JDK_OF_PEERS:
        raise Missing(f"needs JDK {OLDEST_JDK_OF_PEERS} or later, found {jdk[1]}")
    if not shutil.which("mvn"):
        raise Missing("Maven (mvn), which builds it, is not there")
    maven = ["mvn", "-B", "-q", "-ntp", "-f", HERE / "pom.xml", "process-classes"]
    call(maven, "its library cannot be had from Maven", env=with_jdk(jdk))
    path = os.pathsep.join([str(TARGET / "classes"), str(TARGET / "lib" / "*")])
    flags = ["-Xmx4g", f"--add-modules={VECTOR}", "--enable-native-access=ALL-UNNAMED"]
    return [jdk[0] / "bin" / "java", *flags, "-cp", path, "io.reelrecs.peers.PeerMain"]


def python_peers(name, requirements):
    """The command that runs a Python peer in the environment of this name, without its arguments.

    Where not all packages can be installed together, those that can are, one by one.
    """
    folder = TARGET / name
    python = folder / "bin" / "python"
    wanted = (HERE / requirements).read_text()
    stamp = folder / "installed.txt"
    if not (stamp.exists() and stamp.read_text() == wanted):
        say(f"installing Python packages into {folder.relative_to(ROOT)}...")
        call([sys.executable, "-m", "venv", "--clear", folder], "no virtual environment")
        pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        try:
            call([*pip, "-r", HERE / requirements], "pip failed")
        except Missing:
            for line in wanted.splitlines():
                if line and not line.startswith("#"):
                    try:
                        call([*pip, line], f"pip cannot install {line}")
                    except Missing as missing:
                        say(str(missing))
        stamp.write_text(wanted)
    return [python, HERE / "python" / "peer_main.py"]
