"""Makes the messages from the repository's own contract whenever the package is built."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
PROTO = HERE.parent.parent / "proto"


class BuildWithContract(build_py):
    """Builds the package, and `contract/recommendations_pb2.py` beside it, with its types."""

    def run(self) -> None:
        """Build."""
        super().run()
        from grpc_tools import protoc  # noqa: PLC0415 - a requirement of the build alone

        root = HERE / "src" if self.editable_mode else Path(self.build_lib)
        target = root / "reelrecs_client" / "contract"
        target.mkdir(parents=True, exist_ok=True)
        status = protoc.main(
            [
                "protoc",
                f"--proto_path={PROTO}",
                f"--python_out={target}",
                f"--pyi_out={target}",
                str(PROTO / "recommendations.proto"),
            ]
        )
        if status != 0:
            message = f"protoc failed on {PROTO / 'recommendations.proto'}"
            raise SystemExit(message)


setup(cmdclass={"build_py": BuildWithContract})
