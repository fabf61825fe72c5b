//! Makes the messages and the stub from the repository's own contract. The compiler is protox, which
//! is Rust: nobody has to install protoc.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let root = "../../../proto";
    println!("cargo:rerun-if-changed={root}/recommendations.proto");
    let files = protox::compile(["recommendations.proto"], [root])?;
    // The server's half is for the tests, which answer themselves; it costs a program nothing.
    tonic_prost_build::configure().compile_fds(files)?;
    Ok(())
}
