"""What stands on this machine: processor, JDKs, what the environment says about OpenBLAS."""

import os
import platform
import re
from pathlib import Path

JDK_FOLDERS = ("/usr/lib/jvm/*", "/usr/java/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home")


def describe():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def _processor():
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or platform.machine()
    name = re.search(r"^model name\s*: (.*)", text, re.MULTILINE)
    widths = [flag for flag in ("avx2", "avx512f") if re.search(rf"\b{flag}\b", text)]
    return ", ".join([name[1] if name else platform.machine(), *widths])


def has_avx2():
    return "avx2" in _processor()


def newest_jdk():
    """The folder and the version of JAVA_HOME, or else of the newest JDK found; None if none."""
    home = os.environ.get("JAVA_HOME")
    if home and _version(Path(home)):
        return Path(home), _version(Path(home))
    found = [
        (_version(folder), folder)
        for pattern in JDK_FOLDERS
        for folder in Path("/").glob(pattern[1:])
        if _version(folder)
    ]
    if not found:
        return None
    version, folder = max(found, key=lambda jdk: (_numbers(jdk[0]), str(jdk[1])))
    return folder, version


def _version(home):
    try:
        text = (home / "release").read_text()
    except OSError:
        return None
    version = re.search(r'^JAVA_VERSION="(.*)"', text, re.MULTILINE)
    return version[1] if version and (home / "bin" / "javac").exists() else None


def _numbers(version):
    return [int(part) for part in re.findall(r"\d+", version)]


def environment(threads, keep_openblas):
    """The environment of a Python peer: so many threads, whichever library asks for how many.

    OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE are left out, since a current OpenBLAS knows the
    processor better. An old one takes AVX2's kernels, where the processor has them.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
    if keep_openblas and has_avx2():
        env["OPENBLAS_CORETYPE"] = "Haswell"
    for name in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
        "RAYON_NUM_THREADS",
        "POLARS_MAX_THREADS",
        "LOKY_MAX_CPU_COUNT",
        "LK_NUM_THREADS",
    ):
        env[name] = str(threads)
    return env
