#!/usr/bin/env python3
"""Turns what a JVM without hsdis prints of compiled methods into instructions, by objdump.

    java ... -XX:+UnlockDiagnosticVMOptions -XX:CompileCommand=print,CLASS.METHOD ... > methods.txt
    disassemble.py methods.txt

Such a JVM prints the bytes between [MachCode] and [/MachCode], and this passes them on: x86-64 only.
Several compilations of a method come in the order in which the JVM made them; the last is C2's.
"""

import re
import subprocess
import sys
import tempfile

BYTES = re.compile(r"\s+0x([0-9a-f]+):((?:\s+(?:\||[0-9a-f]{2,4}))+)\s*$")
NOP = b"\x90"


def blocks(lines):
    """The heading, first address and bytes of each compilation."""
    heading, start, code = "?", None, b""
    for line in lines:
        if "Compiled method" in line:
            heading = line.strip()
        elif "[MachCode]" in line:
            start, code = None, b""
        elif "[/MachCode]" in line:
            if start is not None:
                yield heading, start, code
        elif match := BYTES.match(line):
            address = int(match.group(1), 16)
            start = address if start is None else start
            code += NOP * (address - start - len(code))
            code += bytes.fromhex(re.sub(r"[|\s]", "", match.group(2)))


def disassemble(start, code):
    with tempfile.NamedTemporaryFile() as file:
        file.write(code)
        file.flush()
        command = ["objdump", "-D", "-b", "binary", "-m", "i386:x86-64", "-M", "intel"]
        command += [f"--adjust-vma={start:#x}", file.name]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line for line in text.splitlines() if re.match(r"\s+[0-9a-f]+:", line)]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], errors="replace") as file:
        for heading, start, code in blocks(file):
            print(heading)
            print("\n".join(disassemble(start, code)))
            print()


if __name__ == "__main__":
    main()
