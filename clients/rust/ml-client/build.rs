//! Makes the messages and the stub from the repository's own contract. The compiler is protox, which
//! is Rust: nobody has to install protoc.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let root = "../../../proto";
    println!("cargo:rerun-if-changed={root}/recommendations.proto");
    let files = protox::compile(["recommendations.proto"], [root])?;
    tonic_prost_build::configure()
        .build_server(std::env::var_os("CARGO_FEATURE_SERVER").is_some())
        .compile_fds(files)?;
    Ok(())
}
